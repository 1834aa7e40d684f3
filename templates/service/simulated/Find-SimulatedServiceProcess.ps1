# Stands in for Find-ServiceProcess on the simulated machine.
function Find-SimulatedServiceProcess {
    Enter-Effect -Name 'Find-ServiceProcess'
    foreach ($name in @($global:Windows.services.PSBase.Keys)) {
        $service = $global:Windows.services[$name]
        if ($service.type -ne 'kernel' -and $service.state -ne 'stopped' -and [int]$service.processId -ne 0) { [pscustomobject]@{ Name = $name; ProcessId = [int]$service.processId } }
    }
}
