# Stands in for Get-UserSid on the simulated machine.
function Get-SimulatedUserSid {
    Enter-Effect -Name 'Get-UserSid'
    [string]$global:Windows.host.account
}
