# The verdict of a run that could change things; busy when nothing failed but installations that another one kept waiting: the channel tries again later.
function Get-RepairOutcome {
    $failed = @(foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'failed') { $record } })
    if ($failed.Count -gt 0) { if (@($failed | Where-Object { -not $_.Busy }).Count -eq 0) { 'busy' } else { 'failed' } }
    elseif ((Get-OutcomeCount -Outcome 'blocked') -gt 0) { 'blocked' }
    elseif ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
    elseif ($script:Remedy.RestartNeeded -or (Get-OutcomeCount -Outcome 'restart') -gt 0) { 'restart' }
    else { 'compliant' }
}
