$x = (Get-ItemProperty 'HKLM:\SOFTWARE\Policies\Contoso' -EA 0).EnableFeature
if ($x -eq 1) { exit 0 }
exit 1
