# Gives the reason where a service's state is another one. A pending state is waited for.
function Test-ServiceState([string] $Name, [string] $State, [timespan] $Timeout = [timespan]'00:00:30') {
    $is = Get-SettledState $Name $Timeout
    if ($is -eq '') { "service $Name is not installed" } elseif ($is -ne $State) { "service $Name is $is" }
}
