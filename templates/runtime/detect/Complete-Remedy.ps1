function Complete-Remedy {
    <#
    .SYNOPSIS
        After the last step: the summary line and the exit code that the channel expects.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    Write-ArmedRemark
    $outcome = Get-DetectOutcome
    Write-Answer -Outcome $outcome -Line (Get-SummaryLine -Outcome $outcome)
}
