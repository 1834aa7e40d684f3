# Stands in for Get-MachineVariable on the simulated machine.
function Get-SimulatedMachineVariable {
    param([Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Get-MachineVariable'
    $global:Windows.variables.machine[$Name]
}
