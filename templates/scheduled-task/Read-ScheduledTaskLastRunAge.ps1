# How long ago the last run of a scheduled task began; $null where it never ran.
function Read-ScheduledTaskLastRunAge([string] $Path) {
    foreach ($task in Get-TaskEntry $Path) { if ($null -ne $task.LastRun) { [timespan]::FromMilliseconds([Math]::Max(0, ((Get-Clock) - $task.LastRun).TotalMilliseconds)) } }
}
