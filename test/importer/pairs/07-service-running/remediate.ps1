Set-Service -Name 'ContosoAgent' -StartupType Automatic
Start-Service -Name 'ContosoAgent'
