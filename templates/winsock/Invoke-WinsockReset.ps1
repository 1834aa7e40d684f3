# Resets the Winsock catalogue to its default; it counts after a restart of Windows.
function Invoke-WinsockReset {
    Add-Journal 'Lost' 'the Winsock catalogue was reset'
    NeedsRestart 'the Winsock catalogue was reset'
    $run = Invoke-Program -Path "$(Get-SpecialFolder 'System')\netsh.exe" -Arguments 'winsock reset' -Timeout ([timespan]'00:02:00')
    if ($run.TimedOut) { throw 'netsh winsock reset did not end within 2 minutes' }
    if ($run.ExitCode -ne 0) { throw "netsh winsock reset returned $($run.ExitCode)" }
}
