$folder = (Resolve-Path 'C:\Program Files\WindowsApps\Microsoft.DesktopAppInstaller_*_x64__8wekyb3d8bbwe')[-1].Path
$winget = "$folder\winget.exe"
& $winget install --id 'Notepad++.Notepad++' --exact --silent --scope machine --accept-package-agreements --accept-source-agreements | Out-Null
