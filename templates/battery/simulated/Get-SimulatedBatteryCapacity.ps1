# Stands in for Get-BatteryCapacity on the simulated machine.
function Get-SimulatedBatteryCapacity {
    Enter-Effect -Name 'Get-BatteryCapacity'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($one in @($global:Windows.hardware.batteries)) { if ($one.full -gt 0) { [pscustomobject]@{ Full = [long]$one.full; Designed = [long]$one.designed } } }
}
