# Stands in for Write-ServiceDelay on the simulated machine.
function Write-SimulatedServiceDelay {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [bool] $Delayed)
    $fault = Enter-Effect -Name 'Write-ServiceDelay' -Text "$Name $Delayed" -Change -Coded
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.deleteMarked) { return 1072 }
    $service.delayed = $Delayed
    0
}
