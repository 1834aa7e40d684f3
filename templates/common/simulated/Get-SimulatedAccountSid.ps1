# Stands in for Get-AccountSid on the simulated machine.
function Get-SimulatedAccountSid {
    param([string] $Name)
    Enter-Effect -Name 'Get-AccountSid'
    Find-AccountSid -Name $Name
}
