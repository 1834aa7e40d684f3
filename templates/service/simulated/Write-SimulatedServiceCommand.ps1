# Stands in for Write-ServiceCommand on the simulated machine.
function Write-SimulatedServiceCommand {
    param([string] $Name, [string] $Command)
    Enter-Effect -Name 'Write-ServiceCommand' -Text $Name -Change
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { throw "service $Name is not installed" }
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
    $service.path = $Command
}
