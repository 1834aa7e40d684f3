# Runs an installer with its log, judges its exit code; throws with the reason.
## Runs one installer with its verbose log and judges its exit code; throws with the reason, or gives NeedsRestart (3010, 1641).
## Windows Installer executes one installation at a time: it is waited for before, and after a time-out, when it may still be rolling back. 1618: three attempts.
## Its service is in no job of ours. The log of an earlier attempt is deleted, bundles append.
## Title: what is run, for messages and the log's name. Arguments: the command line; {log} stands for the log's path, quoted.
function Invoke-Installer([string] $Title, [string] $Path, [string] $Arguments, [int[]] $SuccessCodes, [timespan] $Timeout, [timespan] $Linger = [timespan]::Zero) {
    $idle = { Wait-Condition ([timespan]'00:10:00') -Every 2000 -Condition { -not (Test-InstallerBusy) } }
    if (-not $Remedy.ContainsKey('Setups')) { $Remedy['Setups'] = [Collections.Generic.List[object]]::new() }
    $folder = Get-StateFolder 'setup'
    $environment = Get-ChildEnvironment (Get-StateFolder 'temp')
    $stem = ($Title -replace '[^A-Za-z0-9]+', '-').Trim('-')
    $log = "$folder\$stem.log"
    $line = $Arguments.Replace('{log}', (ConvertTo-Argument -Argument $log))
    Add-Journal 'Lost' "installer: $Title"
    for ($attempt = 1; $attempt -le 3; $attempt++) {
        if (-not (& $idle)) { throw (Get-BusyFailure $Title ($attempt - 1)) }
        foreach ($old in @(Find-SetupLog $folder $stem)) { Clear-LogFile $old.Path }
        # times of files and events are coarser than the clock
        $began = (Get-Clock).AddSeconds(-1)
        # where this run is killed, the next one waits for what it has started
        $run = Invoke-Program -Path $Path -Arguments $line -Environment $environment -Timeout $Timeout -Linger $Linger -Started {
            param($id)
            try { foreach ($process in Find-Process -Id $id) { Save-Mark 'Setup' "$id $($process.StartTime.Ticks) $($process.Path)" -Session } } catch { Write-Note (Get-FailureText $_) }
        }
        $code = ConvertFrom-InstallerCode -Code $run.ExitCode
        if ($run.TimedOut -or $code -ne 1618) { break }
    }
    if (-not $run.TimedOut -and $code -in (@(0, 1641, 3010) + @($SuccessCodes))) {
        if ($code -in 1641, 3010) { NeedsRestart "$Title asks for it ($code)" } elseif ($code -ne 0) { $Remedy['Told'] = "; $Title returned $(Get-InstallerText $code)" }
        return
    }
    if ($run.TimedOut) {
        $rest = if (& $idle) { '' } else { ', and Windows Installer is still at work' }
        $reason = "$Title did not end within $(Format-Duration $Timeout) and was ended$rest"
    }
    elseif ($code -eq 1618) { throw (Get-BusyFailure $Title 3) }
    else { $reason = "$Title returned $(Get-InstallerText $code)" }
    $cause = @(Find-InstallerCause @(Find-SetupLog $folder $stem) $began)
    # what is said here is not said again by a diagnosis
    $Remedy.Setups.Add([pscustomobject]@{ Folder = $folder; Stem = $stem; Began = $began; Causes = @($cause | Select-Object -First 1) })
    if ($cause.Count -gt 0 -and $cause[0] -notlike "the engine returned $code *") { $reason += "; cause: $($cause[0])" }
    throw [ComponentModel.Win32Exception]::new($code, $reason)
}
