$bad = Get-LocalGroupMember -Group "Remote Desktop Users" | Where-Object { $_.Name -eq 'CONTOSO\Interns' }
if ($bad) { exit 1 }
exit 0
