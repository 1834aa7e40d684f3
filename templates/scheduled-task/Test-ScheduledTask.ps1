# The reason where a scheduled task is not as wanted.
function Test-ScheduledTask([string] $Path, [switch] $Absent, [object] $Enabled) {
    $task = Get-TaskEntry $Path
    if ($Absent) { if ($null -ne $task) { "scheduled task $(ConvertTo-Line $Path) exists, it should be absent" } }
    elseif ($null -eq $task) { "scheduled task $(ConvertTo-Line $Path) is missing" }
    elseif ($null -ne $Enabled -and $task.Enabled -ne $Enabled) { "scheduled task $(ConvertTo-Line $Path) is $(if ($Enabled) { 'disabled, it should be enabled' } else { 'enabled, it should be disabled' })" }
}
