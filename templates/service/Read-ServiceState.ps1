# A service's state, none where it does not exist; one that is pending is waited for, 30 s at most.
function Read-ServiceState([string] $Name) {
    $state = Get-SettledState $Name
    if ($state -ne '') { $state }
}
