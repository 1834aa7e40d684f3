# Empties the cache of the DNS client.
function Invoke-DnsFlush {
    Add-Journal 'Lost' 'the cache of the DNS client was emptied'
    $run = Invoke-Program -Path "$(Get-SpecialFolder 'System')\ipconfig.exe" -Arguments '/flushdns' -Timeout ([timespan]'00:01:00')
    if ($run.TimedOut) { throw 'ipconfig /flushdns did not end within a minute' }
    if ($run.ExitCode -ne 0) { throw "ipconfig /flushdns returned $($run.ExitCode)" }
}
