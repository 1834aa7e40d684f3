# Tests the state of a service and nothing else of it: gives nothing where it is as given, else the reason. A pending state is waited for.
function Test-ServiceState([string] $Name, [string] $State, [timespan] $Timeout = [timespan]'00:00:30') {
    $is = Get-SettledService -Name $Name -Timeout $Timeout
    if ($null -eq $is) { return "service $Name is not installed" }
    $actual = ConvertTo-ServiceState -State $is.State
    if ($actual -ne $State) { "service $Name is $actual" }
}
