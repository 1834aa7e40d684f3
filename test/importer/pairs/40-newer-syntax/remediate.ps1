Test-Path C:\Contoso && Remove-Item C:\Contoso -Recurse
