# Decides on a check as Resolve-Item does on an item; what its fix requires and the time of its last actions are its blockers.
function Resolve-Check {
    param(
        [Parameter(Mandatory)] [hashtable] $RemedyItem,
        [Parameter(Mandatory)] [scriptblock] $RemedyTest,
        [Parameter(Mandatory)] [timespan] $RemedyEvery,
        [scriptblock] $RemedyRequire
    )
    $RemedyItem['Blocker'] = {
        $RemedyRecent = Get-CheckBlocker -Id $RemedyItem.Id -Every $RemedyEvery
        if ($RemedyRecent -ne '') { Blocked ($RemedyItem.Label + ': ' + $RemedyRecent) }
        elseif ($null -ne $RemedyRequire) { & $RemedyRequire }
    }
    Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
}
