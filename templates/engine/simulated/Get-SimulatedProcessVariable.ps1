# Stands in for Get-ProcessVariable on the simulated machine.
function Get-SimulatedProcessVariable {
    param([Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Get-ProcessVariable'
    $global:Windows.variables.process[$Name]
}
