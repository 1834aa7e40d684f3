# Stands in for Get-ServiceConfiguration on the simulated machine.
function Get-SimulatedServiceConfiguration {
    param([string] $Name)
    Enter-Effect -Name 'Get-ServiceConfiguration'
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return }
    [pscustomobject]@{
        Type         = @{ own = 0x10; shared = 0x20; kernel = 1 }[[string]$service.type]
        StartType    = @{ boot = 0; system = 1; automatic = 2; manual = 3; disabled = 4 }[[string]$service.startType]
        Delayed      = [bool]$service.delayed
        Account      = [string]$service.account
        Path         = [string]$service.path
        Dependencies = @(foreach ($one in @($service.dependencies)) { [string]$one })
    }
}
