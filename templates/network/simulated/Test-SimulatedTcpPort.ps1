# Stands in for Test-TcpPort on the simulated machine.
function Test-SimulatedTcpPort {
    param(
        [string] $Target,
        [ValidateRange(1, 65535)] [int] $Port,
        [timespan] $Timeout
    )
    Enter-Effect -Name 'Test-TcpPort'
    $endpoints = $global:Windows.network.endpoints
    $name = "${Target}:$Port"
    $reached = if ($endpoints.Contains($name)) { [bool]$endpoints[$name] } else { [bool]$global:Windows.network.reachable }
    Step-Clock -Milliseconds $(if ($reached) { 30 } else { [long]$Timeout.TotalMilliseconds })
    $reached
}
