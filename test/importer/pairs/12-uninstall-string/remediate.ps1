$name = "*Contoso Updater*"
$found = Get-ChildItem "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall" | Get-ItemProperty | Where-Object { $_.DisplayName -like $name }
if ($found) { & cmd /c "$($found.UninstallString) /quiet" }
