function Get-RepairOutcome {
    <#
    .SYNOPSIS
        The verdict of a run that could change things.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    if ((Get-OutcomeCount -Outcome 'failed') -gt 0) { 'failed' }
    elseif ((Get-OutcomeCount -Outcome 'blocked') -gt 0) { 'blocked' }
    elseif ((Get-OutcomeCount -Outcome 'deviates') -gt 0) { 'noncompliant' }
    elseif ($script:Remedy.RestartNeeded -or (Get-OutcomeCount -Outcome 'restart') -gt 0) { 'restart' }
    else { 'compliant' }
}
