# Stands in for Invoke-TaskRun on the simulated machine: it runs as long as its row says, and ends as that says.
function Invoke-SimulatedTaskRun([string] $Path) {
    $null = Enter-Effect -Name 'Invoke-TaskRun' -Text $Path -Change
    $row = Find-TaskRow $Path -Required
    if (-not $row.enabled) { throw 'The task is disabled. (0x80041326)' }
    $row.lastRun = [long]$global:Windows.clock.now
    $row.runsUntil = [long]$row.lastRun + [long]$row.duration
    $row.lastResult = $row.exitCode
    Add-Story "The task $Path is started"
}
