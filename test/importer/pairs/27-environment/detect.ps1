$v = [Environment]::GetEnvironmentVariable('CONTOSO_HOME', 'Machine')
if ($v -eq 'C:\Contoso') { exit 0 }
exit 1
