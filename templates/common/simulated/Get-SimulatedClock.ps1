# Stands in for Get-Clock on the simulated machine.
function Get-SimulatedClock {
    Enter-Effect -Name 'Get-Clock'
    ConvertFrom-Time -Time $global:Windows.clock.now
}
