Add-LocalGroupMember -Group 'Administrators' -Member 'CONTOSO\Helpdesk'
