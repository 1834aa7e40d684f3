'XblAuthManager', 'XblGameSave', 'XboxNetApiSvc' | ForEach-Object {
    Stop-Service -Name $_ -Force -ErrorAction SilentlyContinue
    Set-Service -Name $_ -StartupType Disabled
}
