# 'when': gives whether the condition holds, and nothing where it cannot be read: that is a finding, and neither branch is looked at.
function Guard([string] $RemedyText, [scriptblock] $RemedyCondition) {
    try {
        $RemedyHolds = & $RemedyCondition
        if ($RemedyHolds -isnot [bool]) { throw 'it is neither true nor false' }
        $RemedyHolds
    }
    catch { Add-Finding 'Blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
