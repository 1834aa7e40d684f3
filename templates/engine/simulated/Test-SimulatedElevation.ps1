# Stands in for Test-Elevation on the simulated machine.
function Test-SimulatedElevation {
    Enter-Effect -Name 'Test-Elevation'
    [bool]$global:Windows.host.elevated
}
