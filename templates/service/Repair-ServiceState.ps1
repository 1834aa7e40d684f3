# Starts or stops a service.
## Starts or stops a service and waits until it is done.
function Repair-ServiceState([string] $Name, [string] $State, [timespan] $Timeout = [timespan]'00:00:30') {
    Save-ServiceRun $Name $State
    if ($State -eq 'running') { Wait-ServiceStart $Name $Timeout } else { $null = Wait-ServiceStop $Name $Timeout }
}
