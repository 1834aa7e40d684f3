function Measure-Check {
    <#
    .SYNOPSIS
        Gives the verdict of a check's condition.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [hashtable] $RemedyItem,
        [Parameter(Mandatory)] [string] $RemedyText,
        [Parameter(Mandatory)] [scriptblock] $RemedyCondition
    )
    if (Measure-Condition -RemedyCondition $RemedyCondition) { Holds } else { Deviates "'$($RemedyItem.Label)' does not hold ($RemedyText)" }
}
