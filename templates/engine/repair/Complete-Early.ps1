# Ends the script before its walk is over: raises what the frame answers with one summary line, since output of a captured expression would be lost.
function Complete-Early {
    param([Parameter(Mandatory)] [string] $Outcome, [string] $Why)
    $script:Remedy.End = $Outcome
    throw $Why
}
