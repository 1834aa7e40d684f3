# Takes a right from those who hold it by their own SID; every other holder stays.
## Reads back what it did.
function Repair-UserRightExcludes([string] $Right, [string[]] $Excludes) {
    $holders = @(Get-UserRightHolder $Right)
    try {
        foreach ($sid in $Excludes) {
            if ($holders -notcontains $sid) { continue }
            Add-Journal 'UserRight' $Right, $sid 'held'
            Revoke-UserRight $Right $sid
        }
    }
    catch { throw "Windows refused to change ${Right}: $(Get-FailureText $_)" }
    $after = @(Get-UserRightHolder $Right)
    foreach ($sid in $Excludes) { if ($after -contains $sid) { throw "Windows took $Right from $sid, but the right still lists it" } }
}
