$id = 'Notepad++.Notepad++'
$found = Resolve-Path 'C:\Program Files\WindowsApps\Microsoft.DesktopAppInstaller_*_x64__8wekyb3d8bbwe'
if (-not $found) { exit 0 }
$winget = Join-Path $found[-1].Path 'winget.exe'
$output = & $winget list --id $id --accept-source-agreements
if ($output -like "*$id*") { Write-Host 'Installed'; exit 0 }
Write-Host 'Missing'
exit 1
