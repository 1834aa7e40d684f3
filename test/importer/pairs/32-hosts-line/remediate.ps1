Add-Content -Path "$env:windir\System32\drivers\etc\hosts" -Value '10.1.2.3 intranet.contoso.com'
