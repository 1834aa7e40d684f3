# Stands in for Get-ServiceCommand on the simulated machine.
function Get-SimulatedServiceCommand {
    param([string] $Name)
    Enter-Effect -Name 'Get-ServiceCommand'
    $service = $global:Windows.services[$Name]
    if ($null -ne $service) { [string]$service.path }
}
