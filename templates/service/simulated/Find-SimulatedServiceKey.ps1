# Stands in for Find-ServiceKey on the simulated machine.
function Find-SimulatedServiceKey {
    Enter-Effect -Name 'Find-ServiceKey'
    @($global:Windows.services.Keys)
}
