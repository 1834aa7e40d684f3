# Gives the verdict of an item that deviates, once the walk's own reasons against a fix are known: waits for a restart, runs failed too often.
#remedyc:only Check
# And the item's blockers.
#remedyc:end
function Find-Blocker {
    param([Parameter(Mandatory)] [hashtable] $RemedyItem, [Parameter(Mandatory)] [pscustomobject] $RemedyVerdict)
    if ($script:Remedy.Session.ContainsKey('Restart ' + $RemedyItem.Id)) { return NeedsRestart ('waiting for restart: ' + $RemedyVerdict.Why) }
    $RemedySpent = Get-SpentText
    if ($RemedySpent -ne '') { return Blocked ($RemedyVerdict.Why + '; ' + $RemedySpent) }
    #remedyc:only Check
    try {
        foreach ($RemedyFound in @(if ($RemedyItem.ContainsKey('Blocker')) { & $RemedyItem.Blocker })) {
            if (Test-Verdict $RemedyFound) { return $RemedyFound }
        }
    }
    catch { return Blocked ("what keeps '$($RemedyItem.Label)' from being fixed cannot be read: " + (Get-FailureText -Failure $_)) }
    #remedyc:end
    $RemedyVerdict
}
