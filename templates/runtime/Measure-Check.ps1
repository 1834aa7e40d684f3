# Gives the verdict of a check's condition.
function Measure-Check {
    param(
        [Parameter(Mandatory)] [hashtable] $RemedyItem,
        [Parameter(Mandatory)] [string] $RemedyText,
        [Parameter(Mandatory)] [scriptblock] $RemedyCondition
    )
    if (Measure-Condition -RemedyCondition $RemedyCondition) { Holds } else { Deviates "'$($RemedyItem.Label)' does not hold ($RemedyText)" }
}
