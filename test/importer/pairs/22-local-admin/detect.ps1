$members = Get-LocalGroupMember -Group 'Administrators' -ErrorAction SilentlyContinue
if ($members.Name -contains 'CONTOSO\Helpdesk') { Write-Output 'Member'; exit 0 }
Write-Output 'No member'; exit 1
