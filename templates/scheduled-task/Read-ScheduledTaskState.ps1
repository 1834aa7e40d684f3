# What a scheduled task does at this moment; $null where there is none.
function Read-ScheduledTaskState([string] $Path) { foreach ($task in Get-TaskEntry $Path) { @('unknown', 'disabled', 'queued', 'ready', 'running')[$task.State] } }
