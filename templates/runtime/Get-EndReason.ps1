# Says how a script ends whose walk was not finished: Outcome, Why, and the summary Line with the reason.
function Get-EndReason {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Failure)
    $end = if ($script:Remedy.ContainsKey('End')) { $script:Remedy['End'] }
    else { @{ Outcome = 'failed'; Why = 'unexpected: ' + (Get-FailureText -Failure $Failure) + (Get-FailurePlace -Failure $Failure) } }
    $word = if ($end.Outcome -eq 'blocked') { 'BLOCKED' } else { 'FAILED' }
    $why = ConvertTo-Line $end.Why
    @{ Outcome = $end.Outcome; Why = $why; Line = '{0} {1} {2} | {3}' -f $word, $script:Remedy.Name, $script:Remedy.Version, $why }
}
