# Stands in for Get-TaskSetting on the simulated machine.
function Get-SimulatedTaskSetting([string] $Path) {
    Enter-Effect -Name 'Get-TaskSetting'
    $row = Find-TaskRow $Path
    if ($null -eq $row) { return }
    [pscustomobject]@{
        Account  = [string]$row.account; LogonType = if ($row.Contains('password')) { 1 } elseif ($row.account -like 'S-1-5-32-*') { 4 } else { 5 }
        Actions  = @(if ($row.Contains('program')) { [pscustomobject]@{ Program = [string]$row.program; Arguments = [string]$row.arguments } })
        Triggers = @(if ($row.Contains('triggers')) { foreach ($one in $row.triggers) { [pscustomobject]@{ Type = [int]$one.type; Enabled = $true; Start = [string]$one.start; End = ''; Every = [string]$one.every; Lasts = ''; Days = if ($one.type -eq 2) { 1 } else { 0 }; User = '' } } })
    }
}
