# Stands in for Invoke-ServiceStop on the simulated machine.
function Invoke-SimulatedServiceStop {
    param([string] $Name)
    $fault = Enter-Effect -Name 'Invoke-ServiceStop' -Text $Name -Change -Coded
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.state -eq 'stopped') { return 1062 }
    if ($service.state -in 'starting', 'stopping') { return 1061 }
    foreach ($other in $global:Windows.services.PSBase.Keys) {
        if ($global:Windows.services[$other].state -ne 'stopped' -and @($global:Windows.services[$other].dependencies) -contains $Name) { return 1051 }
    }
    if ($service.stop -eq 'refuses') { return 1052 }
    $service.state = 'stopping'
    if ($service.stop -eq 'stops') {
        $at = [long]$global:Windows.clock.now + 800
        $service['settles'] = [ordered]@{ at = $at; state = 'stopped'; exitCode = 0 }
        Add-Due -At $at
    }
    Add-Story "$Name is stopping"
    0
}
