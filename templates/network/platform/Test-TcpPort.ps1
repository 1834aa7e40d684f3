# Whether a TCP connection to a host and port is made within the time.
## Name resolution counts as part of it.
function Test-TcpPort([string] $Target, [ValidateRange(1, 65535)] [int] $Port, [timespan] $Timeout) {
    #remedyc:every-host
    $client = [Net.Sockets.TcpClient]::new()
    try { $client.ConnectAsync($Target, $Port).Wait([int]$Timeout.TotalMilliseconds) -and $client.Connected }
    catch [AggregateException] { $false }
    catch [Net.Sockets.SocketException] { $false }
    finally { $client.Close() }
}
