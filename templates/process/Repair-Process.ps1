# Asks each process of a program to close, and ends those that do not.
## Asks each process of a program to close, and ends those that have not gone after Timeout or have no window. Only Absent can be repaired.
function Repair-Process([string] $Name, [switch] $Absent, [timespan] $Timeout = [timespan]'00:00:30') {
    if (-not $Absent) { throw "process $Name does not run, and a script cannot start a program for a person" }
    $running = @(Find-NamedProcess $Name)
    $refusal = Find-ProcessRefusal $running
    if ($refusal) { throw "process ${Name}: $refusal" }
    Add-Journal 'Lost' "process $Name was ended"
    $asked = @(foreach ($one in $running) {
            if ($null -eq $one.StartTime) { throw "process $Name ($($one.Id)) cannot be ended: Windows does not tell when it began" }
            if (Invoke-ProcessClose $one.Id $one.StartTime) { $one.Id }
        })
    if ($asked.Count -gt 0) {
        $null = Wait-Condition $Timeout { @(Find-NamedProcess $Name | Where-Object { $asked -contains $_.Id }).Count -eq 0 }
    }
    foreach ($one in $running) { $null = Invoke-ProcessEnd $one.Id $one.StartTime }
}
