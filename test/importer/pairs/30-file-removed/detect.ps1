$file = Join-Path $env:PUBLIC 'Desktop\Contoso.lnk'
if (Test-Path $file) { exit 1 } else { exit 0 }
