$file = Join-Path $env:PUBLIC 'Desktop\Contoso.lnk'
if (Test-Path $file) { Remove-Item $file -Force }
