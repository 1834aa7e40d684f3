# Adds the accounts of Includes that lack a user right, by SID; every other holder stays. Reads back what it did.
#remedyc:only UserRight.Excludes
# Takes the right from those of Excludes.
#remedyc:end
function Repair-UserRight {
    param(
        #remedyc:only UserRight.Excludes
        [string[]] $Excludes = @(),
        #remedyc:end
        [Parameter(Mandatory)] [string] $Right,
        [string[]] $Includes = @()
    )
    $holders = @(Get-UserRightHolder -Right $Right)
    try {
        foreach ($sid in $Includes) {
            if (Test-UserRightHeld -Sid $sid -Holders $holders) { continue }
            Add-Journal 'UserRight' $Right, $sid '' 'held'
            Grant-UserRight -Right $Right -Sid $sid
        }
        #remedyc:only UserRight.Excludes
        foreach ($sid in $Excludes) {
            if ($holders -notcontains $sid) { continue }
            Add-Journal 'UserRight' $Right, $sid 'held'
            Revoke-UserRight -Right $Right -Sid $sid
        }
        #remedyc:end
    }
    # what Windows says ('Access is denied') names neither
    catch { throw "Windows refused to change ${Right}: $(Get-FailureText -Failure $_)" }
    $after = @(Get-UserRightHolder -Right $Right)
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $after)) { throw "Windows accepted $sid for $Right, but the right does not list it" } }
    #remedyc:only UserRight.Excludes
    foreach ($sid in $Excludes) { if ($after -contains $sid) { throw "Windows took $Right from $sid, but the right still lists it" } }
    #remedyc:end
}
