# Ends the script before its walk is over: the frame answers.
## Output of a captured expression would be lost at `exit`.
function Complete-Early([string] $Outcome, [string] $Why) {
    $Remedy.End = $Outcome
    throw $Why
}
