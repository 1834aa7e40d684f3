$enabled = Get-SmbServerConfiguration | Select-Object -ExpandProperty EnableSMB1Protocol
if ($enabled -eq $false) { Write-Host 'SMB 1 is off'; exit 0 }
Write-Host 'SMB 1 is on'
exit 1
