function Complete-Failure {
    <#
    .SYNOPSIS
        Ends the script after an error that nothing foresaw; it counts as a failed run.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory, Position = 0)] [System.Management.Automation.ErrorRecord] $Failure)
    $why = '{0} (line {1})' -f (Get-FailureText -Failure $Failure), $Failure.InvocationInfo.ScriptLineNumber
    if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
        try { Write-RunMark -Outcome 'failed' } catch { $why += '; its marks could not be written' }
    }
    Complete-Early -Outcome 'failed' -Why $why
}
