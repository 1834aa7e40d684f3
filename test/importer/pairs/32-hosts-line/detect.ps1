$hosts = Get-Content "$env:windir\System32\drivers\etc\hosts"
if ($hosts -contains '10.1.2.3 intranet.contoso.com') { exit 0 }
exit 1
