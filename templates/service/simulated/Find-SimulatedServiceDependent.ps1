# Stands in for Find-ServiceDependent on the simulated machine.
function Find-SimulatedServiceDependent {
    param([string] $Name)
    Enter-Effect -Name 'Find-ServiceDependent'
    foreach ($other in @($global:Windows.services.PSBase.Keys)) {
        $service = $global:Windows.services[$other]
        if ($service.state -ne 'stopped' -and @($service.dependencies) -contains $Name) { $other }
    }
}
