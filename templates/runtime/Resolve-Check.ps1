# Decides on a check as Resolve-Item does on an item; the time of its last actions and what its fix requires are its blockers.
function Resolve-Check {
    param(
        [Parameter(Mandatory)] [hashtable] $RemedyItem,
        [Parameter(Mandatory)] [scriptblock] $RemedyTest,
        [Parameter(Mandatory)] [timespan] $RemedyEvery,
        [scriptblock] $RemedyRequire
    )
    $RemedyItem['Blocker'] = {
        $RemedyRecent = Get-CheckBlocker -Id $RemedyItem.Id -Every $RemedyEvery
        if ($RemedyRecent) { $RemedyRecent }
        elseif ($null -ne $RemedyRequire) { & $RemedyRequire }
    }
    Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
}
