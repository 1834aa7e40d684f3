# Stands in for Find-FixedDrive on the simulated machine.
function Find-SimulatedFixedDrive {
    Enter-Effect -Name 'Find-FixedDrive'
    @($global:Windows.drives.Keys)
}
