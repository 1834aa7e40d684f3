# Gives 'True' or 'False' as a scheduled task is switched on or off, '' where there is none.
function Get-ScheduledTaskEnabledState([string[]] $At) {
    $task = Get-TaskEntry $At[0]
    if ($null -ne $task) { "$($task.Enabled)" } else { '' }
}
