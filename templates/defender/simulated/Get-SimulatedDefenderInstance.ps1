# Stands in for Get-DefenderInstance on the simulated machine.
function Get-SimulatedDefenderInstance([string] $Class) {
    Enter-Effect -Name 'Get-DefenderInstance'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $defender = $global:Windows.defender
    if (-not $defender.installed -or $Class -notin 'MSFT_MpComputerStatus', 'MSFT_MpPreference') { return }
    $properties = @{}
    $rows = if ($Class -eq 'MSFT_MpComputerStatus') { $defender.status } elseif ($defender.status.AMRunningMode -ne 'Not running') { $defender.preferences } else { @{} }
    foreach ($name in @($rows.Keys)) {
        $value = $rows[$name]
        $properties[$name] = if ($value -is [array]) { if ($value.Count -gt 0) { , [string[]]$value } }
        elseif ($name -like '*Time') { [timespan]$value }
        elseif ($Class -eq 'MSFT_MpPreference' -and $value -isnot [bool]) { [byte]$value }
        else { $value }
    }
    $properties
}
