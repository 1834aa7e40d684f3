$key = 'HKLM:\SOFTWARE\Contoso\Client'
if (-not (Test-Path $key)) { Write-Output 'No client'; exit 0 }
$v = Get-ItemPropertyValue -Path $key -Name 'Proxy' -ErrorAction SilentlyContinue
if ($v -eq 'proxy.contoso.com:8080') { exit 0 }
exit 1
