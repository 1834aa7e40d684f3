# Grants a right to those who lack it, by SID; others stay.
## Adds the accounts that lack a right, by SID; every other holder stays. Reads back what it did.
function Repair-UserRightIncludes([string] $Right, [string[]] $Includes) {
    $holders = @(Get-UserRightHolder $Right)
    try {
        foreach ($sid in $Includes) {
            if (Test-UserRightHeld $sid $holders) { continue }
            Add-Journal 'UserRight' $Right, $sid '' 'held'
            Grant-UserRight $Right $sid
        }
    }
    # what Windows says ('Access is denied') names neither
    catch { throw "Windows refused to change ${Right}: $(Get-FailureText $_)" }
    $after = @(Get-UserRightHolder $Right)
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld $sid $after)) { throw "Windows accepted $sid for $Right, but the right does not list it" } }
}
