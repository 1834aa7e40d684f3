# Answers for a script whose walk was not finished.
function Complete-Failure {
    param([Parameter(Mandatory, Position = 0)] [Management.Automation.ErrorRecord] $Failure)
    $end = Get-EndReason -Failure $Failure
    Write-Answer -Outcome $end.Outcome -Line $end.Line
}
