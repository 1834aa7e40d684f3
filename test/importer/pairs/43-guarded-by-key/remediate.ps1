Set-ItemProperty -Path 'HKLM:\SOFTWARE\Contoso\Client' -Name 'Proxy' -Value 'proxy.contoso.com:8080'
