# Stands in for Get-TaskEntry on the simulated machine.
function Get-SimulatedTaskEntry([string] $Path) {
    Enter-Effect -Name 'Get-TaskEntry'
    $row = Find-TaskRow $Path
    if ($null -eq $row) { return }
    $runs = [long]$row.runsUntil -gt [long]$global:Windows.clock.now
    [pscustomobject]@{
        Enabled = [bool]$row.enabled; State = $(if ($runs) { 4 } elseif ($row.enabled) { 3 } else { 1 }); Author = [string]$row.author; Account = [string]$row.account
        LastRun = if ([long]$row.lastRun -gt 0) { ConvertFrom-Time -Time ([long]$row.lastRun) }
        LastResult = if ($runs) { 267009 } elseif ([long]$row.lastRun -gt 0) { [int]$row.lastResult } else { 267011 }
    }
}
