# Who made a scheduled task; $null where there is none, or it does not say.
function Read-ScheduledTaskAuthor([string] $Path) { foreach ($task in Get-TaskEntry $Path) { if ($task.Author) { $task.Author } } }
