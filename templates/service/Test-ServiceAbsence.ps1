# Gives the reason where a service exists, also where it is marked for deletion.
## Gives the reason where a service exists. One that is marked for deletion goes once everyone has closed it, at the latest when Windows restarts.
function Test-ServiceAbsence([string] $Name) {
    if ($null -eq (Get-ServiceConfiguration $Name)) { return }
    $marked = if ((Read-SystemValue "SYSTEM\CurrentControlSet\Services\$Name" 'DeleteFlag') -eq 1) { ' and marked for deletion' }
    "service $Name is there$marked"
}
