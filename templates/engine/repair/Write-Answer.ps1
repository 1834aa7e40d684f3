# Gives the channel its answer - the summary or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer([string] $Outcome, [string] $Line) {
    $code, $answer = $Remedy.Dialect[$Outcome]
    #remedyc:only Context.ErrorStream
    # Intune keeps nothing else of a remediation
    if ($answer -eq 'summary+error') { Write-ErrorText $Line }
    #remedyc:end
    if ($answer -ne 'none') { Write-Output $Line }
    exit $code
}
