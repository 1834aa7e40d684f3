# After the last step: the outcome of the run, the worst first, its summary, and what the next run has to know.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    #remedyc:only NeedsRestart
    # what an earlier run owes is said until Windows restarts, and asked for again
    foreach ($id in $script:Remedy.Due) {
        if (-not $script:Remedy.Session.ContainsKey("Due $id")) { continue }
        if (-not $script:Remedy.Preview) { $script:Remedy.RestartNeeded = $true }
        Write-Remark "a restart is due: $($script:Remedy.Session["Due $id"])" $id
    }
    #remedyc:end
    #remedyc:only Reboot
    # a restart that is due and that nothing waits for is a remark
    if ($null -ne $script:Remedy.Armed) { Write-Remark "a restart is due: $($script:Remedy.Armed.Label)" $script:Remedy.Armed.Id }
    #remedyc:end
    $found = @{}
    foreach ($record in $script:Remedy.Records) { $found[$record.Outcome] += @($record) }
    $parts = @(Get-SummaryPart $found)
    # -WhatIf tells whether a run would act, and is blocked by what waits, too
    $outcome = if ($found['failed']) { if (@($found['failed'] | Where-Object { -not $_.Busy })) { 'failed' } else { 'busy' } }
    elseif ($script:Remedy.Preview -and $found['deviates']) { 'noncompliant' }
    elseif ($found['blocked'] -or ($script:Remedy.Preview -and ($found['restart'] -or $found['waiting']))) { 'blocked' }
    elseif ($found['deviates']) { 'noncompliant' }
    elseif ($script:Remedy.RestartNeeded -or $found['restart']) { 'restart' }
    else { 'compliant' }
    if (-not $script:Remedy.Preview) {
        if ($outcome -eq 'failed') { Save-Failed ([string]$parts[0]) } elseif ($outcome -notin 'blocked', 'busy') { Clear-SavedMark 'Failed' }
    }
    Complete-Run $outcome (Get-SummaryLine $outcome $parts)
}
