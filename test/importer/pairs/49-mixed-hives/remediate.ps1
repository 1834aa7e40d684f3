Set-ItemProperty 'HKLM:\SOFTWARE\WOW6432Node\Contoso' -Name Mode -Value quiet
Set-ItemProperty 'HKCU:\Software\Contoso' -Name Tips -Value 0
