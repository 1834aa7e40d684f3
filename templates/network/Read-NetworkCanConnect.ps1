# Whether a TCP connection to a host and port can be made in three tries.
## Whether a TCP connection to a host and port can be made: three tries of five seconds each, two seconds apart.
function Read-NetworkCanConnect([string] $Target, [int] $Port) {
    foreach ($try in 1..3) {
        if (Test-TcpPort -Target $Target -Port $Port -Timeout ([timespan]'00:00:05')) { return $true }
        if ($try -lt 3) { Wait-Moment -Milliseconds 2000 }
    }
    $false
}
