# Stands in for Test-TcpPort on the simulated machine.
function Test-SimulatedTcpPort {
    param(
        [Parameter(Mandatory)] [string] $Target,
        [Parameter(Mandatory)] [ValidateRange(1, 65535)] [int] $Port,
        [Parameter(Mandatory)] [timespan] $Timeout
    )
    Enter-Effect -Name 'Test-TcpPort'
    $endpoints = $global:Windows.network.endpoints
    $name = "${Target}:$Port"
    $reached = if ($endpoints.Contains($name)) { [bool]$endpoints[$name] } else { [bool]$global:Windows.network.reachable }
    Step-Clock -Milliseconds $(if ($reached) { 30 } else { [long]$Timeout.TotalMilliseconds })
    $reached
}
