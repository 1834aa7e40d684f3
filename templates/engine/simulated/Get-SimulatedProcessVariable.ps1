# Stands in for Get-ProcessVariable on the simulated machine.
function Get-SimulatedProcessVariable {
    param([string] $Name)
    Enter-Effect -Name 'Get-ProcessVariable'
    $global:Windows.variables.process[$Name]
}
