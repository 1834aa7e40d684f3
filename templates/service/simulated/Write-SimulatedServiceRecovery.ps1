# Stands in for Write-ServiceRecovery on the simulated machine.
function Write-SimulatedServiceRecovery {
    param([string] $Name, [uint32] $Reset, [uint32[]] $Actions)
    $fault = Enter-Effect -Name 'Write-ServiceRecovery' -Text $Name -Change -Coded
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.deleteMarked) { return 1072 }
    $service['recovery'] = [ordered]@{ reset = [long]$Reset; actions = @($Actions | ForEach-Object { [long]$_ }) }
    0
}
