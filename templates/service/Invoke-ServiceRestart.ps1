# Stops a service and starts it again, with the services that depend on it and were running. Throws with the reason when one does not come back.
function Invoke-ServiceRestart([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    $status = Get-ServiceStatus -Name $Name
    if ($null -ne $status -and $status.State -ne 'stopped') { Save-Stopped -Name (@(Find-ServiceDependent -Name $Name) + @($Name)) -Cause $Name }
    $dependents = @(Wait-ServiceStop -Name $Name -Timeout $Timeout)
    Wait-ServiceStart -Name $Name -Timeout $Timeout
    foreach ($dependent in $dependents) { Wait-ServiceStart -Name $dependent -Timeout $Timeout }
}
