$v = (Get-ItemProperty 'HKLM:\SOFTWARE\Contoso')?.Level ?? 0
$v -eq 1 ? 'ok' : 'wrong' | Write-Output
exit ($v -eq 1 ? 0 : 1)
