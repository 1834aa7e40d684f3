# Tests the condition of a check.
function Check([string] $RemedyTitle, [scriptblock] $RemedyCondition, [Alias('Id')] [string] $RemedyId) {
    Ensure $RemedyTitle { if (-not (Measure-Condition $RemedyCondition)) { "'$RemedyTitle' does not hold" } } $RemedyId
}
