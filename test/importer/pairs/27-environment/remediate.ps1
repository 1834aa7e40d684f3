[System.Environment]::SetEnvironmentVariable('CONTOSO_HOME', 'C:\Contoso', [System.EnvironmentVariableTarget]::Machine)
