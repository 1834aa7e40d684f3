Disable-WindowsOptionalFeature -Online -FeatureName SMB1Protocol -NoRestart
