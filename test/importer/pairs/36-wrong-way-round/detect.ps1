$s = Get-Service -Name Spooler
if ($s.Status -eq 'Stopped') { Write-Output 'Stopped'; exit 1 }
exit 0
