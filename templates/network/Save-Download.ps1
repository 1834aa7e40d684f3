# Downloads a file over https: three attempts within half an hour, each goes on where the one before was cut off.
## No larger than 4 GB, which no program of Windows exceeds ("PE Format": sizes have 32 bits), and 1 GB of the drive stays free. What the server (4xx) refuses is not asked again,
## but for 408, 416 (what is here is no beginning of what is there) and 429. An address in a redirect may be for a short time: the next attempt asks the first one again.
function Save-Download([string] $Url, [string] $Path) {
    $limit = [long][Math]::Min(4GB, (Get-DiskSpace $Path.Substring(0, 2)).Free - 1GB)
    $end = (Get-Tick) + 1800000
    $address = $Url
    $led = 0
    for ($attempt = 1; $true; $attempt++) {
        $status = 0
        try {
            $answer = Receive-WebFile $address $Path (Find-WebProxy ([Uri]$address).DnsSafeHost) $limit ($end - (Get-Tick))
            $status = $answer.Status
            $why = if ($status -eq 407) { 'the proxy asks for a password (407)' } else { "the server answers $status" }
        }
        catch { $why = Get-FailureText $_ }
        if ($status -in 200, 206) { return }
        $from = "cannot download from $(([Uri]$address).Host)"
        if ($status -in 301, 302, 303, 307, 308) {
            $next = [Uri]::new([Uri]$address, $answer.Location)
            if ($next.Scheme -cne 'https') { throw "${from}: it leads to $($next.Scheme)://$($next.Host), which is not https" }
            $address = $next.AbsoluteUri
            if (++$led -gt 10) { throw "${from}: it leads on and on" }
            $attempt--
            continue
        }
        if ($status -eq 416) { Clear-LogFile $Path }
        if (($status -ge 400 -and $status -lt 500 -and $status -notin 408, 416, 429) -or $attempt -ge 3 -or (Get-Tick) -ge $end) { throw "${from}: $why" }
        Write-Note "${from}: $why; it is tried again"
        Wait-Moment 5000
        $address = $Url
    }
}
