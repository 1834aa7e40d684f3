# Before the first step: our folders, the lock (another run is waited for) and the log, over 1 MB a new one, unless nothing may change; then the marks of earlier runs.
## A user's remedy has its files in the user's profile.
function Initialize-Remedy {
    $name = $Remedy.Name
    $user = $Remedy.Context -eq 'user'
    $root = "$(Get-SpecialFolder $(if ($user) { 'LocalApplicationData' } else { 'ProgramFiles' }))\Remedyc"
    $logs = if ($user) { "$root\$name" } else { "$(Get-SpecialFolder 'Windows')\Logs\Remedyc" }
    $Remedy.State = "$root\$name"
    if (-not $Remedy.Preview) {
        $Remedy.Lasting = $true
        try { foreach ($path in $root, "$root\$name", $logs) { Confirm-Folder $path } } catch { Complete-Early 'failed' (Get-FailureText $_) }
        $end = (Get-Tick) + 600000
        while ($null -eq ($Remedy.Lock = Open-LockFile "$root\$name\lock")) {
            if ((Get-Tick) -ge $end) { Complete-Early 'busy' 'another run of this remedy is still going after 10 minutes; nothing was changed' }
            Wait-Moment 1000
        }
        $Remedy.Log = "$logs\$name"
        $Remedy.Run = Get-ClockText
        foreach ($ending in '.log', '.jsonl') { if ((Get-LogLength "$logs\$name$ending") -gt 1MB) { Move-Log "$logs\$name$ending" "$logs\$name.old$ending" } }
        Write-Note "start $name $($Remedy.Version), $($Remedy.Role) for $($Remedy.Target)" -Data ([ordered]@{ kind = 'start'; role = $Remedy.Role; target = $Remedy.Target })
    }
    $Remedy.Marks = Find-Mark (Get-MarkHive) $name
    $Remedy.Session = Find-Mark (Get-MarkHive) $name -Session
    #remedyc:only Invoke-Installer
    if ($Remedy.Lasting) { Wait-LeftSetup }
    #remedyc:end
    Find-Rest
    #remedyc:only NeedsRestart
    $Remedy.Due = @(foreach ($mark in $Remedy.Session.Keys | Sort-Object) { if ($mark -like 'Due *') { $mark.Substring(4) } })
    #remedyc:end
    #remedyc:only Context.Stops
    $Remedy.Left = @(Get-StoppedName $Remedy.Session)
    #remedyc:end
}
