# Stands in for Write-ServiceStartup on the simulated machine.
function Write-SimulatedServiceStartup {
    param([string] $Name, [string] $Start)
    $fault = Enter-Effect -Name 'Write-ServiceStartup' -Text "$Name $Start" -Change -Coded
    if ($Name.Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.deleteMarked) { return 1072 }
    $service.startType = @{ 'auto' = 'automatic'; 'delayed-auto' = 'automatic'; 'demand' = 'manual'; 'disabled' = 'disabled' }[$Start]
    if ($Start -like '*auto') { $service.delayed = $Start -eq 'delayed-auto' }
    0
}
