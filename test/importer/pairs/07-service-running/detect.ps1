$svc = Get-Service -Name 'ContosoAgent' -ErrorAction SilentlyContinue
if ($svc -and $svc.Status -eq 'Running' -and $svc.StartType -eq 'Automatic') {
    Write-Output "Agent runs"
    exit 0
}
Write-Output "Agent does not run"
exit 1
