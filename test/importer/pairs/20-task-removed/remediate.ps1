schtasks.exe /Delete /TN "Old Contoso Task" /F
