# Gives the channel its answer - the summary, one word, or nothing - and ends the script with the exit code; nothing may follow.
function Write-Answer {
    param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
    $code, $answer = $script:Remedy.Dialect[$Outcome]
    if ($answer -eq 'summary') { Write-Output -InputObject $Line }
    elseif ($answer -like 'token:*') { Write-Output -InputObject $answer.Substring(6) }
    exit $code
}
