# Starts a scheduled task, and waits for the end; a result other than 0 is a failure.
function Invoke-ScheduledTaskRun([string] $Path, [timespan] $Timeout = [timespan]'00:10:00') {
    $name = "scheduled task $(ConvertTo-Line $Path)"
    if ($null -eq (Get-TaskEntry $Path)) { throw "$name is missing" }
    Add-Journal 'Lost' "$name was run"
    # its times are whole seconds
    $begin = (Get-Clock).AddSeconds(-1)
    Invoke-TaskRun $Path
    if (-not (Wait-Condition $Timeout { $now = Get-TaskEntry $Path; $now.State -notin 2, 4 -and $now.LastRun -ge $begin } 1000)) { throw "$name did not end within $(Format-Duration $Timeout), it goes on" }
    $result = [long](Get-TaskEntry $Path).LastResult -band 0xFFFFFFFFL
    if ($result -ne 0) { throw "$name ended with $result" }
}
