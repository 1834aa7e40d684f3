# Answers for a script whose walk was not finished.
function Complete-Failure {
    param([Parameter(Mandatory, Position = 0)] [Management.Automation.ErrorRecord] $Failure)
    $end = Get-EndReason -Failure $Failure
    $line = $end.Line
    #remedyc:only Context.LastRun
    if ($script:Remedy.ContainsKey('Marks')) { $line += Get-LastRunText }
    #remedyc:end
    Write-Answer -Outcome $end.Outcome -Line $line
}
