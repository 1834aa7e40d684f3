function Complete-Failure {
    <#
    .SYNOPSIS
        Ends the script after an error that nothing foresaw.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory, Position = 0)] [System.Management.Automation.ErrorRecord] $Failure)
    Complete-Early -Outcome 'failed' -Why ('{0} (line {1})' -f (Get-FailureText -Failure $Failure), $Failure.InvocationInfo.ScriptLineNumber)
}
