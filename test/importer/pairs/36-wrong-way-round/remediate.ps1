Stop-Service -Name Spooler -Force
