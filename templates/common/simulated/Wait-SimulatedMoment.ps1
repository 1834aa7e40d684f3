# Stands in for Wait-Moment on the simulated machine.
function Wait-SimulatedMoment {
    param([int] $Milliseconds)
    Enter-Effect -Name 'Wait-Moment'
    Step-Clock -Milliseconds $Milliseconds
}
