# Stands in for Get-ServiceStatus on the simulated machine.
function Get-SimulatedServiceStatus {
    param([string] $Name)
    Enter-Effect -Name 'Get-ServiceStatus'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return }
    [pscustomobject]@{ State = [string]$service.state; OwnProcess = $service.type -eq 'own'; ExitCode = [int]$service.exitCode; ServiceExitCode = [int]$service.serviceExitCode; ProcessId = [int]$service.processId }
}
