$secure = ConvertTo-SecureString 'Summer2024!' -AsPlainText -Force
New-LocalUser -Name 'support' -Password $secure -Description 'Support'
Add-LocalGroupMember -Group 'Administrators' -Member 'support'
Invoke-WebRequest -Uri 'https://files.contoso.com/setup.exe' -OutFile "$env:TEMP\setup.exe"
Start-Process "$env:TEMP\setup.exe" -Wait
Restart-Computer -Force
