$app = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*' |
    Where-Object { $_.DisplayName -eq 'Contoso Toolbar' }
if ($app) { Write-Output 'Installed'; exit 1 }
Write-Output 'Not installed'; exit 0
