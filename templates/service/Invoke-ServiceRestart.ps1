# Stops a service and starts it again, with those that depend on it and were running.
## Stops a service and starts it again, with the services that depend on it and were running. Throws with the reason when one does not come back.
function Invoke-ServiceRestart([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    $state = Get-ServiceState $Name
    if ($null -ne $state -and $state.State -ne 'stopped') { Save-Stopped (@(Find-ServiceDependent $Name) + @($Name)) $Name }
    $dependents = @(Wait-ServiceStop $Name $Timeout)
    Wait-ServiceStart $Name $Timeout
    foreach ($dependent in $dependents) { Wait-ServiceStart $dependent $Timeout }
}
