# Answers for a script whose walk was not finished, in the log too; an error that nothing foresaw counts as a failed run.
function Complete-Failure {
    param([Parameter(Mandatory, Position = 0)] [Management.Automation.ErrorRecord] $Failure)
    $end = Get-EndReason -Failure $Failure
    $line = $end.Line
    if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
        if (-not $script:Remedy.ContainsKey('End')) {
            try { Write-RunMark -Outcome 'failed' -Why $end.Why } catch { $line += '; its marks could not be written' }
        }
        Write-Summary -Outcome $end.Outcome -Line $line
        Close-Lock
    }
    Save-LastRun -Line $line
    Write-Answer -Outcome $end.Outcome -Line $line
}
