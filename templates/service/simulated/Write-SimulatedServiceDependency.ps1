# Stands in for Write-ServiceDependency on the simulated machine.
function Write-SimulatedServiceDependency {
    param([string] $Name, [string[]] $Dependencies)
    $fault = Enter-Effect -Name 'Write-ServiceDependency' -Text $Name -Change -Coded
    if ($Name.Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.deleteMarked) { return 1072 }
    # ERROR_CIRCULAR_DEPENDENCY
    foreach ($one in $Dependencies) { $other = $global:Windows.services[$one]; if ($null -ne $other -and @($other.dependencies) -contains $Name) { return 1059 } }
    $service['dependencies'] = @($Dependencies)
    0
}
