# Ends the script before its walk is over: raises what the frame answers, since output of a captured expression would be lost.
function Complete-Early([string] $Outcome, [string] $Why) {
    $Remedy.End = $Outcome
    throw $Why
}
