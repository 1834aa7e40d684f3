# Gives 'registered' where a scheduled task is there, else ''.
function Get-ScheduledTaskState([string[]] $At) { if ($null -ne (Get-TaskEntry $At[0])) { 'registered' } else { '' } }
