# The verdict of a run that could change things; busy when nothing failed but installations that another one kept waiting.
# 1618 is ERROR_INSTALL_ALREADY_RUNNING: the channel tries again later.
function Get-RepairOutcome {
    $failed = @(foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'failed') { $record.Why } })
    if ($failed.Count -gt 0) { if (@($failed -notmatch 'running \(1618\)').Count -eq 0) { 'busy' } else { 'failed' } }
    elseif ((Get-OutcomeCount -Outcome 'blocked') -gt 0) { 'blocked' }
    elseif ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
    elseif ($script:Remedy.RestartNeeded -or (Get-OutcomeCount -Outcome 'restart') -gt 0) { 'restart' }
    else { 'compliant' }
}
