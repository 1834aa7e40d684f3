# Gives the state of a service that neither starts nor stops any more; '' when it does not exist.
## Gives a service's state (running, stopped, paused) once it is neither starting nor stopping any more, at the latest after Timeout; '' when it does not exist.
## So a service that is just starting is not taken for one that hangs. A state that cannot be read is an exception, never "stopped".
function Get-SettledState([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    for ($left = $Timeout.TotalMilliseconds; ; $left -= 250) {
        $service = Get-ServiceState $Name
        if ($null -eq $service) { return '' }
        if ($left -le 0 -or $service.State -in 'stopped', 'running', 'paused') { break }
        Wait-Moment 250
    }
    $service.State -replace 'continuing|pausing', 'paused'
}
