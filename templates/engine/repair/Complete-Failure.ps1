# Answers for a script whose walk was not finished; an error that nothing foresaw counts as a failed run.
function Complete-Failure([Management.Automation.ErrorRecord] $Failure) {
    $outcome = $Remedy.End
    $why = Get-FailureText $Failure
    if ($outcome -eq '') {
        $outcome = 'failed'
        $why = "unexpected: $why$(if ($null -ne $Failure.InvocationInfo) { " (line $($Failure.InvocationInfo.ScriptLineNumber))" })"
        if ($null -ne $Remedy.Lock) { try { Save-Failed $why } catch { $why += '; its marks could not be written' } }
    }
    Complete-Run $outcome (ConvertTo-Line "$(if ($outcome -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }) $($Remedy.Name) $($Remedy.Version) | $why" -Limit 2048)
}
