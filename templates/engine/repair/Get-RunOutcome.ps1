# The outcome of the run, the worst first; busy when nothing failed but installations that another one kept waiting: the channel tries again later.
function Get-RunOutcome {
    $failed = @($script:Remedy.Records | Where-Object { $_.Outcome -eq 'failed' })
    if ($failed.Count -gt 0) { return $(if (@($failed | Where-Object { -not $_.Busy }).Count -eq 0) { 'busy' } else { 'failed' }) }
    $found = @($script:Remedy.Records | ForEach-Object { $_.Outcome })
    # what -WhatIf tells: noncompliant where a run would act
    if ($script:Remedy.Preview) {
        if ($found -contains 'deviates') { return 'noncompliant' }
        return $(if ($found -contains 'blocked' -or $found -contains 'restart' -or $found -contains 'waiting') { 'blocked' } else { 'compliant' })
    }
    if ($found -contains 'blocked') { 'blocked' }
    elseif ($found -contains 'deviates') { 'noncompliant' }
    elseif ($script:Remedy.RestartNeeded -or $found -contains 'restart') { 'restart' }
    else { 'compliant' }
}
