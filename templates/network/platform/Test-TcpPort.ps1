# Tells whether a TCP connection to a host and port is made within the time; name resolution counts as part of it.
function Test-TcpPort {
    #remedyc:every-host
    param(
        [Parameter(Mandatory)] [string] $Target,
        [Parameter(Mandatory)] [ValidateRange(1, 65535)] [int] $Port,
        [Parameter(Mandatory)] [timespan] $Timeout
    )
    $client = [Net.Sockets.TcpClient]::new()
    try { $client.ConnectAsync($Target, $Port).Wait([int]$Timeout.TotalMilliseconds) -and $client.Connected }
    catch [AggregateException] { $false }
    catch [Net.Sockets.SocketException] { $false }
    finally { $client.Close() }
}
