# Stands in for Invoke-TaskRun on the simulated machine: it runs as long as its row says, and ends as that says.
function Invoke-SimulatedTaskRun([string] $Path) {
    $null = Enter-Effect -Name 'Invoke-TaskRun' -Text $Path -Change
    $row = Find-TaskRow $Path -Required
    if (-not $row.enabled) { throw 'The task is disabled. (0x80041326)' }
    if ($row.Contains('shows')) {
        # nobody is at a desktop whose hive is not loaded
        if (-not $global:Windows.registry.Contains("HKU\$($row.account)")) { $row.lastRun = [long]$global:Windows.clock.now; $row.lastResult = 0x800710E0; return }
        $id = Add-Process -Name ($row.shows -replace '^.*\\' -replace '\.exe$') -Path $row.shows
        $global:Windows.processes[[string]$id].session = 1
    }
    $row.lastRun = [long]$global:Windows.clock.now
    $row.runsUntil = [long]$row.lastRun + [long]$row.duration
    $row.lastResult = $row.exitCode
    Add-Story "The task $Path is started"
}
