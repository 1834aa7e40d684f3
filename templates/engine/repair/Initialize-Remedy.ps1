# Our folders, the lock, the log (over 1 MB a new one), marks of earlier runs.
## A user's remedy has its files in the user's profile.
function Initialize-Remedy {
    if (-not $Remedy.Preview) {
        $Remedy.Lasting = $true
        try { foreach ($path in ($Remedy.State -replace '\\[^\\]*$'), $Remedy.State, $Remedy.Logs) { Confirm-Folder $path } } catch { Complete-Early 'failed' (Get-FailureText $_) }
        $end = (Get-Tick) + 600000
        while ($null -eq ($Remedy.Lock = Open-LockFile "$($Remedy.State)\lock")) {
            if ((Get-Tick) -ge $end) { Complete-Early 'busy' 'another run of this remedy is still going after 10 minutes; nothing was changed' }
            Wait-Moment 1000
        }
        $Remedy.Log = "$($Remedy.Logs)\$($Remedy.Name)"
        $Remedy.Run = Get-ClockText
        foreach ($ending in '.log', '.jsonl') { Move-Log "$($Remedy.Log)$ending" "$($Remedy.Log).old$ending" 1MB }
        Write-Note "start $($Remedy.Name) $($Remedy.Version), $($Remedy.Role) for $($Remedy.Target)" 1 ([ordered]@{ kind = 'start'; role = $Remedy.Role; target = $Remedy.Target })
    }
    $Remedy.Marks = Find-Mark $Remedy.Hive $Remedy.Name
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName
    $Remedy.Session = Find-Mark $Remedy.Hive $Remedy.Name -Session
    #remedyc:end
    #remedyc:only Context.Parameters
    if ($Remedy.Parameters.Count) { $Remedy.Fingerprint = Get-Fingerprint }
    #remedyc:end
    #remedyc:only Invoke-Installer Invoke-PackageManager
    if ($Remedy.Lasting) { Wait-LeftSetup }
    #remedyc:end
    #remedyc:only Use-Download
    if ($Remedy.Lasting) { Clear-Download }
    #remedyc:end
    Find-Rest
    #remedyc:only NeedsRestart
    $Remedy.Due = @(foreach ($mark in $Remedy.Session.Keys | Sort-Object) { if ($mark -like 'Due *') { $mark.Substring(4) } })
    #remedyc:end
    #remedyc:only Context.Stops
    $Remedy.Left = @(Get-StoppedName $Remedy.Session)
    #remedyc:end
}
