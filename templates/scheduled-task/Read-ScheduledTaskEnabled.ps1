# Whether a scheduled task is switched on; $null where there is none.
function Read-ScheduledTaskEnabled([string] $Path) { foreach ($task in Get-TaskEntry $Path) { $task.Enabled } }
