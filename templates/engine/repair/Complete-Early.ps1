# Ends the script before its walk is over: raises what the frame answers, since output of a captured expression would be lost.
function Complete-Early {
    param([string] $Outcome, [string] $Why)
    $script:Remedy.End = $Outcome
    throw $Why
}
