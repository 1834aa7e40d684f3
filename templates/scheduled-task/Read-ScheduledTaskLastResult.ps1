# The result of the last run of a scheduled task, without a sign; $null where it never ran.
function Read-ScheduledTaskLastResult([string] $Path) { foreach ($task in Get-TaskEntry $Path) { if ($null -ne $task.LastRun) { [long]$task.LastResult -band 0xFFFFFFFFL } } }
