# 'when': gives whether the condition holds, and nothing where it cannot be read: that is a finding, and neither branch is looked at.
function Guard([string] $RemedyText, [scriptblock] $RemedyCondition) {
    try { Measure-Condition $RemedyCondition } catch { Add-Finding 'Blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
