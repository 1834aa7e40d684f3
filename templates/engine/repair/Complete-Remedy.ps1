# After the last step: the outcome of the run, the worst first, its summary, and what the next run has to know.
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
    $parts = @(Get-SummaryPart $found)
    # -WhatIf tells whether a run would act, and is blocked by what waits, too
    $outcome = if ($found['failed']) { if (@($found['failed'] | Where-Object { -not $_.Busy })) { 'failed' } else { 'busy' } }
    elseif ($Remedy.Preview -and $found['deviates']) { 'noncompliant' }
    elseif ($found['blocked'] -or ($Remedy.Preview -and ($found['restart'] -or $found['waiting']))) { 'blocked' }
    elseif ($found['deviates']) { 'noncompliant' }
    elseif ($Remedy.RestartNeeded -or $found['restart']) { 'restart' }
    else { 'compliant' }
    if (-not $Remedy.Preview) {
        if ($outcome -eq 'failed') { Save-Failed ([string]$parts[0]) } elseif ($outcome -notin 'blocked', 'busy') { Clear-SavedMark 'Failed' }
    }
    Complete-Run $outcome (Get-SummaryLine $outcome $parts)
}
