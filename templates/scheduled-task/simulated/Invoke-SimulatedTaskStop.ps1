# Stands in for Invoke-TaskStop on the simulated machine.
function Invoke-SimulatedTaskStop([string] $Path) {
    $null = Enter-Effect -Name 'Invoke-TaskStop' -Text $Path -Change
    $row = Find-TaskRow $Path -Required
    if ([long]$row.runsUntil -gt [long]$global:Windows.clock.now) { $row.lastResult = 267014 }
    $row.runsUntil = 0
    Add-Story "The task $Path is stopped"
}
