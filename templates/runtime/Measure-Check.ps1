# Tests a check's condition: gives nothing where it holds, else the reason.
function Measure-Check {
    param(
        [Parameter(Mandatory)] [hashtable] $RemedyItem,
        [Parameter(Mandatory)] [string] $RemedyText,
        [Parameter(Mandatory)] [scriptblock] $RemedyCondition
    )
    if (-not (Measure-Condition -RemedyCondition $RemedyCondition)) { "'$($RemedyItem.Label)' does not hold ($RemedyText)" }
}
