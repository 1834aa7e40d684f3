# Gives a service's state once it is neither starting nor stopping any more, at the latest after Timeout; $null when it does not exist.
# So a service that is just starting is not taken for one that hangs. A state that cannot be read is an exception, never "stopped".
function Get-SettledService([string] $Name, [timespan] $Timeout = [timespan]'00:00:30') {
    $null = Wait-Condition -Timeout $Timeout -Condition { $state = Get-ServiceState -Name $Name; $null -eq $state -or $state.State -notin 'starting', 'stopping', 'continuing', 'pausing' }
    Get-ServiceState -Name $Name
}
