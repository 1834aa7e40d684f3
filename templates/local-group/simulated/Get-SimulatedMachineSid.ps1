# Stands in for Get-MachineSid on the simulated machine.
function Get-SimulatedMachineSid {
    Enter-Effect -Name 'Get-MachineSid'
    Find-MachineSid
}
