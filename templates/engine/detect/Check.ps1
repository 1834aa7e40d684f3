# Tests the condition of a check.
function Check([string] $RemedyTitle, [scriptblock] $RemedyCondition) {
    Ensure $RemedyTitle { if (-not (& $RemedyCondition)) { "'$RemedyTitle' does not hold" } }
}
