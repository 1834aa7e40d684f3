# Answers for a walk that did not end; what nobody foresaw is a failed run.
function Complete-Failure([Management.Automation.ErrorRecord] $Failure) {
    $why = Get-FailureText $Failure
    if (-not $Remedy.End) {
        $Remedy.End = 'failed'
        $why = "unexpected: $why$(if ($Failure.InvocationInfo) { " (line $($Failure.InvocationInfo.ScriptLineNumber))" })"
        if ($Remedy.Lock) { try { Save-Failed $why } catch { $why += '; its marks could not be written' } }
    }
    Complete-Run $Remedy.End (ConvertTo-Line "$(if ($Remedy.End -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }) $($Remedy.Name) $($Remedy.Version) | $why" 2048)
}
