net localgroup "Remote Desktop Users" CONTOSO\Interns /delete
