# Whether there is such a scheduled task.
function Read-ScheduledTaskExists([string] $Path) { $null -ne (Get-TaskEntry $Path) }
