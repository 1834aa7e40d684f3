# Whether a TCP connection to an endpoint (host:port) can be made.
function Read-NetworkReaches([string] $Endpoint) {
    $target, $port = $Endpoint.Split([char]':')
    Read-NetworkCanConnect -Target $target -Port $port
}
