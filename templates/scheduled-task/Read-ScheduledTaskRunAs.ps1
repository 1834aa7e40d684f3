# The SID of the account or group that a scheduled task runs as; $null where there is none.
function Read-ScheduledTaskRunAs([string] $Path) { foreach ($task in Get-TaskEntry $Path) { if ($task.Account) { Resolve-Account $task.Account } } }
