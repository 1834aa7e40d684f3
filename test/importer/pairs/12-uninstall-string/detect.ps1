$name = "*Contoso Updater*"
$found = Get-ChildItem "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall" | Get-ItemProperty | Where-Object { $_.DisplayName -like $name }
if ($found -ne $null) { exit 1 } else { exit 0 }
