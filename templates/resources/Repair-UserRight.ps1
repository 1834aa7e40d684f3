function Repair-UserRight {
    <#
    .SYNOPSIS
        Adds the accounts of Includes that lack a user right, takes it from those of Excludes, by SID; every other holder stays. Reads back what it did.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [string] $Right,
        [string[]] $Includes = @(),
        [string[]] $Excludes = @()
    )
    $holders = @(Get-UserRightHolder -Right $Right)
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $holders)) { Grant-UserRight -Right $Right -Sid $sid } }
    foreach ($sid in $Excludes) { if ($holders -contains $sid) { Revoke-UserRight -Right $Right -Sid $sid } }
    $after = @(Get-UserRightHolder -Right $Right)
    foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $after)) { throw "Windows accepted $sid for $Right, but the right does not list it" } }
    foreach ($sid in $Excludes) { if ($after -contains $sid) { throw "Windows took $Right from $sid, but the right still lists it" } }
}
