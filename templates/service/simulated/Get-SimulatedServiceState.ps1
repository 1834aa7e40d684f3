# Stands in for Get-ServiceState on the simulated machine.
function Get-SimulatedServiceState {
    param([string] $Name)
    Enter-Effect -Name 'Get-ServiceState'
    $service = $global:Windows.services[$Name]
    if ($null -ne $service) { [pscustomobject]@{ State = [string]$service.state; DisplayName = [string]$service.displayName } }
}
