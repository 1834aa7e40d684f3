# Stands in for Get-Tick on the simulated machine.
function Get-SimulatedTick {
    Enter-Effect -Name 'Get-Tick'
    [long]$global:Windows.clock.uptime
}
