# Ends what a scheduled task runs at this moment; one that is missing or does not run is no error.
function Invoke-ScheduledTaskStop([string] $Path, [timespan] $Timeout = [timespan]'00:00:30') {
    $task = Get-TaskEntry $Path
    if ($null -eq $task -or $task.State -notin 2, 4) { return }
    Add-Journal 'Lost' "scheduled task $Path was stopped"
    Invoke-TaskStop $Path
    if (-not (Wait-Condition $Timeout { (Get-TaskEntry $Path).State -notin 2, 4 })) { throw "scheduled task $(ConvertTo-Line $Path) runs on after $(Format-Duration $Timeout)" }
}
