# Before the first step: our folders, the lock (another run is waited for) and the log, over 1 MB a new one, unless nothing may change; then the marks of earlier runs.
## A user's remedy has its files in the user's profile.
function Initialize-Remedy {
    $name = $script:Remedy.Name
    $user = $script:Remedy.Context -eq 'user'
    $root = "$(Get-SpecialFolder $(if ($user) { 'LocalApplicationData' } else { 'ProgramFiles' }))\Remedyc"
    $logs = if ($user) { "$root\$name" } else { "$(Get-SpecialFolder 'Windows')\Logs\Remedyc" }
    $script:Remedy.State = "$root\$name"
    if (-not $script:Remedy.Preview) {
        $script:Remedy.Lasting = $true
        try { foreach ($path in $root, "$root\$name", $logs) { Confirm-Folder $path } } catch { Complete-Early 'failed' (Get-FailureText $_) }
        $end = (Get-Tick) + 600000
        while ($null -eq ($script:Remedy.Lock = Open-LockFile "$root\$name\lock")) {
            if ((Get-Tick) -ge $end) { Complete-Early 'busy' 'another run of this remedy is still going after 10 minutes; nothing was changed' }
            Wait-Moment 1000
        }
        $script:Remedy.Log = "$logs\$name"
        $script:Remedy.Run = Get-ClockText
        foreach ($ending in '.log', '.jsonl') { if ((Get-LogLength "$logs\$name$ending") -gt 1MB) { Move-Log "$logs\$name$ending" "$logs\$name.old$ending" } }
        Write-Note "start $name $($script:Remedy.Version), $($script:Remedy.Role) for $($script:Remedy.Target)" -Data ([ordered]@{ kind = 'start'; role = $script:Remedy.Role; target = $script:Remedy.Target })
    }
    $script:Remedy.Marks = Find-Mark (Get-MarkHive) $name
    $script:Remedy.Session = Find-Mark (Get-MarkHive) $name -Session
    #remedyc:only Invoke-Installer
    if ($script:Remedy.Lasting) { Wait-LeftSetup }
    #remedyc:end
    Find-Rest
    #remedyc:only NeedsRestart
    $script:Remedy.Due = @(foreach ($mark in $script:Remedy.Session.Keys | Sort-Object) { if ($mark -like 'Due *') { $mark.Substring(4) } })
    #remedyc:end
    #remedyc:only Context.Stops
    $script:Remedy.Left = @(Get-StoppedName $script:Remedy.Session)
    #remedyc:end
}
