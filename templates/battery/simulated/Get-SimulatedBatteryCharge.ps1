# Stands in for Get-BatteryCharge on the simulated machine.
function Get-SimulatedBatteryCharge {
    Enter-Effect -Name 'Get-BatteryCharge'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($one in @($global:Windows.hardware.batteries)) { [int]$one.charge }
}
