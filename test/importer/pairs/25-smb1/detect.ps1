$state = (Get-WindowsOptionalFeature -Online -FeatureName SMB1Protocol).State
if ($state -ne 'Disabled') { Write-Output "SMB1 is $state"; exit 1 }
Write-Output 'SMB1 is off'; exit 0
