taskkill /IM ContosoTray.exe /F
Remove-Item -Path "${env:ProgramFiles(x86)}\Contoso\Tray" -Recurse -Force
