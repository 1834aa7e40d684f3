$p = Get-WmiObject -Class Win32_Product -Filter "Name = 'Contoso Reader'"
if ($p) { Write-Host "Found"; exit 1 }
Write-Host "Not found"
exit 0
