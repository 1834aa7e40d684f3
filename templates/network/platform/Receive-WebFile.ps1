# Asks a web server for a file and writes what comes behind what is here already.
## Gives the status, and the place that an answer names instead. Throws where no answer comes, the connection is cut, it takes too long, or more comes than Limit allows.
## HttpWebRequest, since it is there in .NET Framework 4.6.2 and in .NET, without a module or a service. BITS needs its service and module, keeps jobs of a run that was killed for
## 90 days, asks servers for Content-Length and byte ranges, and looks for a proxy by the account of the job, for SYSTEM by none at all ("Background Intelligent Transfer Service", "HTTP
## Requirements for BITS Downloads", "Service Accounts and BITS": learn.microsoft.com/windows/win32/bits).
## SecurityProtocol 3072 is Tls12; 0 (SystemDefault, .NET Framework 4.7) leaves it to Windows, which has it on ("Transport Layer Security best practices with .NET Framework").
## GetSystemWebProxy: that of the account, a script or detection included; the account's own credentials are for the proxy alone. Timeout of .NET counts until the headers are there,
## ReadWriteTimeout is without effect before .NET 9: so what is read is waited for here. Where a connection is cut .NET Framework may give an end without an error: the length tells.
function Receive-WebFile([string] $Url, [string] $Path, [string] $Proxy, [long] $Limit, [int] $Milliseconds) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $late = { throw [TimeoutException]::new("timed out after $([int]$watch.Elapsed.TotalSeconds) s, with $($file.Length) bytes") }
    $wait = { [int][Math]::Max(1, [Math]::Min(60000, $Milliseconds - $watch.ElapsedMilliseconds)) }
    $protocols = [int][Net.ServicePointManager]::SecurityProtocol
    if ($protocols -ne 0) { [Net.ServicePointManager]::SecurityProtocol = $protocols -bor 3072 }
    $request = [Net.WebRequest]::CreateHttp($Url)
    $request.AllowAutoRedirect = $false
    $request.UserAgent = 'remedyc'
    $request.Timeout = & $wait
    if ($Proxy -eq 'direct') { $request.Proxy = $null }
    else {
        $request.Proxy = if ($Proxy) { [Net.WebProxy]::new($Proxy) } else { [Net.WebRequest]::GetSystemWebProxy() }
        $request.Proxy.Credentials = [Net.CredentialCache]::DefaultCredentials
    }
    $file = [IO.File]::Open($Path, 'OpenOrCreate', 'Write', 'None')
    try {
        if ($file.Length -gt 0) { $request.AddRange($file.Length) }
        try { $answer = $request.GetResponse() }
        catch [Net.WebException] {
            if ($_.Exception.Status -eq 'Timeout') { & $late }
            $answer = $_.Exception.Response
            if ($null -eq $answer) { throw }
        }
        $status = [int]$answer.StatusCode
        if ($status -in 200, 206) {
            # 200: it sends all of it, whatever was asked for
            if ($status -eq 200) { $file.SetLength(0) }
            $end = $file.Seek(0, 'End') + $answer.ContentLength
            if ($end -gt $Limit) { throw "it has $end bytes, and there is room for $Limit" }
            $stream = $answer.GetResponseStream()
            $buffer = [byte[]]::new(1MB)
            do {
                $read = $stream.ReadAsync($buffer, 0, $buffer.Length)
                if (-not $read.Wait((& $wait))) { & $late }
                $file.Write($buffer, 0, $read.Result)
                if ($file.Length -gt $Limit) { throw "it has more bytes than there is room for, $Limit" }
                if ($watch.ElapsedMilliseconds -ge $Milliseconds) { & $late }
            } while ($read.Result -gt 0)
            if ($answer.ContentLength -ge 0 -and $file.Length -ne $end) { throw "the connection was cut after $($file.Length) of $end bytes" }
            $file.Flush($true)
        }
        [pscustomobject]@{ Status = $status; Location = [string]$answer.Headers['Location'] }
    }
    finally {
        # what is still on its way would be waited for
        $request.Abort()
        $file.Dispose()
    }
}
