# The verdict where nothing was changed: noncompliant exactly when a repair, started now, would act.
function Get-DetectOutcome {
    if ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
    elseif ((Get-OutcomeCount -Outcome 'failed') -gt 0) { 'failed' }
    elseif ((Get-OutcomeCount -Outcome 'blocked', 'restart', 'waiting') -gt 0) { 'blocked' }
    else { 'compliant' }
}
