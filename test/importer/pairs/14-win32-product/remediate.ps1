$p = Get-WmiObject -Class Win32_Product | Where-Object { $_.Name -eq 'Contoso Reader' }
$p.Uninstall()
