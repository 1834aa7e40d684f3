# Gives a service's state, $null where it does not exist. A pending state is waited for, 30 s at most.
function Read-ServiceState([string] $Name) {
    $state = Get-SettledState $Name
    if ($state -ne '') { $state }
}
