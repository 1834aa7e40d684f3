# Stands in for Find-ServiceName on the simulated machine.
function Find-SimulatedServiceName {
    param([string] $DisplayName)
    Enter-Effect -Name 'Find-ServiceName'
    foreach ($name in $global:Windows.services.PSBase.Keys) { if ([string]$global:Windows.services[$name].displayName -eq $DisplayName) { return $name } }
}
