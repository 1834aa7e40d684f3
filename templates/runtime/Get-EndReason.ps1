# Gives Outcome and Why of a script that ends before its walk is over: as foreseen, or after an error that nothing foresaw.
function Get-EndReason {
    param([Parameter(Mandatory)] [System.Management.Automation.ErrorRecord] $Failure)
    if ($script:Remedy.ContainsKey('End')) { $script:Remedy['End'] }
    else { @{ Outcome = 'failed'; Why = 'unexpected: {0} (line {1})' -f (Get-FailureText -Failure $Failure), $Failure.InvocationInfo.ScriptLineNumber } }
}
