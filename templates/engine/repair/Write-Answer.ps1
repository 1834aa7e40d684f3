# Gives the channel its answer - the summary, one word, or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer {
    param([Parameter(Mandatory)] [string] $Outcome, [string] $Line)
    $code, $answer = $script:Remedy.Dialect[$Outcome]
    #remedyc:only Context.ErrorStream
    # Intune keeps nothing else of a remediation
    if ($answer -eq 'summary+error') { Write-ErrorText -Text $Line }
    #remedyc:end
    if ($answer -like 'summary*') { Write-Output -InputObject $Line }
    exit $code
}
