# Stands in for Invoke-ServiceStart on the simulated machine.
function Invoke-SimulatedServiceStart {
    param([string] $Name)
    $fault = Enter-Effect -Name 'Invoke-ServiceStart' -Text $Name -Change -Coded
    if ($fault -eq 'time-out') { return 1053 }
    if ($fault -eq 'fail' -or ($global:Windows.services.Contains($Name) -and -not $global:Windows.host.elevated)) { return 5 }
    Enter-ServiceStart -Name $Name
}
