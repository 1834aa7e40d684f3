# Answers for a script whose walk was not finished; an error that nothing foresaw counts as a failed run.
function Complete-Failure {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
    $outcome = $script:Remedy.End
    $why = Get-FailureText -Failure $Failure
    if ($outcome -eq '') {
        $outcome = 'failed'
        $why = "unexpected: $why"
        if ($null -ne $Failure.InvocationInfo) { $why += " (line $($Failure.InvocationInfo.ScriptLineNumber))" }
        if ($null -ne $script:Remedy.Lock) { try { Write-RunMark -Outcome 'failed' -Why $why } catch { $why += '; its marks could not be written' } }
    }
    Complete-Run -Outcome $outcome -Line (ConvertTo-Line "$(if ($outcome -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }) $($script:Remedy.Name) $($script:Remedy.Version) | $why" -Limit 2048)
}
