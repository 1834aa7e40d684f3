$process = Get-Process -Name 'ContosoTray' -ErrorAction SilentlyContinue
$folder = Test-Path "${env:ProgramFiles(x86)}\Contoso\Tray"
if ($process -or $folder) { exit 1 }
exit 0
