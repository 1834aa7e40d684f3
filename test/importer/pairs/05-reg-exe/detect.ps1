reg query "HKLM\SOFTWARE\Contoso\VPN" /v AlwaysOn > $null 2>&1
if ($LASTEXITCODE -ne 0) { exit 1 }
exit 0
