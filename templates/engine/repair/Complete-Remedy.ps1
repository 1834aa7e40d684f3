# The outcome, the worst first, and its summary.
## The summary is what Intune shows: one line of at most 2,048 ASCII characters, cut between its parts.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    #remedyc:only NeedsRestart
    # what an earlier run owes is said until Windows restarts, and asked for again
    foreach ($id in $Remedy.Due) {
        if (-not $Remedy.Session.ContainsKey("Due $id")) { continue }
        if (-not $Remedy.Preview) { $Remedy.RestartNeeded = $true }
        Write-Remark "a restart is due: $($Remedy.Session["Due $id"])" $id
    }
    #remedyc:end
    #remedyc:only Reboot
    # a restart that is due and that nothing waits for is a remark
    if ($null -ne $Remedy.Armed) { Write-Remark "a restart is due: $($Remedy.Armed.Label)" $Remedy.Armed.Id }
    #remedyc:end
    $found = @{}
    foreach ($record in $Remedy.Records) { $found[$record.Outcome] += @($record) }
    # -WhatIf tells whether a run would act, and is blocked by what waits, too
    $outcome = if ($found['failed']) { 'failed' }
    elseif ($found['deviates'] -and ($Remedy.Preview -or -not $found['blocked'])) { 'noncompliant' }
    elseif ($found['blocked'] -or ($Remedy.Preview -and ($found['restart'] -or $found['waiting']))) { 'blocked' }
    #remedyc:only NeedsRestart Reboot
    elseif ($Remedy.RestartNeeded -or $found['restart']) { 'restart' }
    #remedyc:end
    else { 'compliant' }
    #remedyc:only Get-BusyFailure
    if ($outcome -eq 'failed' -and -not @($found['failed'] | Where-Object { -not $_.Busy })) { $outcome = 'busy' }
    #remedyc:end
    $parts = @(foreach ($sort in 'failed', 'blocked', 'restart', 'deviates', 'waiting', 'after') {
            foreach ($record in $found[$sort]) {
                #remedyc:only Write-Finding
                if ($record.Causes) { $record.Why += "; cause: $($record.Causes[0])" } elseif ($record.Seen) { $record.Why += "; $($record.Seen[0])" }
                #remedyc:end
                if ($sort -eq 'waiting') { "$($record.Id) waits for $($record.Behind)$(if ($record.Why) { ": $($record.Why)" })" }
                #remedyc:only Test-Forecast Use-Else
                elseif ($sort -eq 'after') { "$($record.Id) after $($record.Behind)" }
                #remedyc:end
                else { "$($record.Step): $($record.Why)" }
            }
        })
    if (-not $Remedy.Preview) {
        if ($outcome -eq 'failed') { Save-Failed $parts[0] } elseif ($Remedy.Marks['Failed'] -and $outcome -notin 'blocked', 'busy') { Save-Mark 'Failed' '' }
    }
    # what was walked: items, not the guards around them
    $items = @($Remedy.Records | Where-Object { $_.Id -ne $_.Step }).Count
    $done = @(if ($found['fixed']) { "$($found['fixed'].Count) of $items fixed: $(($found['fixed'].Step | Select-Object -Unique) -join ', ')" })
    #remedyc:only NeedsRestart Reboot
    if ($Remedy.RestartNeeded) { $done += 'restart needed' }
    #remedyc:end
    $word = if ($found['fixed'] -and $outcome -in 'compliant', 'restart') { 'FIXED' } else { $outcome.ToUpperInvariant().Replace('BUSY', 'FAILED') }
    if ($word -eq 'NONCOMPLIANT') { $parts[0] = "$($found['deviates'].Count) of ${items}: $($parts[0])" }
    if ($word -eq 'COMPLIANT') { $parts = @('{0} check{1} in {2:0.0} s' -f $items, $(if ($items -ne 1) { 's' }), (((Get-Tick) - $Remedy.Started) / 1000)) }
    $parts = @(if ($word -eq 'FIXED') { $done; $parts } else { $parts; $done }; $Remedy.Remarks)
    $left = 0
    do { $line = "$word $($Remedy.Name) $($Remedy.Version) | $(($parts | Select-Object -First ($parts.Count - $left)) -join '; ')$(if ($left) { "; and $left more" })" } while ($line.Length -gt 2048 -and $left++ -lt $parts.Count)
    Complete-Run $outcome $line
}
