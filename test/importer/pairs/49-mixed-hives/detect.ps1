$machine = Get-ItemProperty 'HKLM:\SOFTWARE\WOW6432Node\Contoso' -Name Mode -ErrorAction SilentlyContinue
$person = Get-ItemProperty 'HKCU:\Software\Contoso' -Name Tips -ErrorAction SilentlyContinue
if ($machine.Mode -eq 'quiet' -and $person.Tips -eq 0) { exit 0 }
exit 1
