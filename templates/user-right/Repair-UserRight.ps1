# Adds accounts to the holders of a right and takes others away.
function Repair-UserRight([string] $Right, [string[]] $Includes, [string[]] $Excludes) {
    Repair-UserRightIncludes $Right $Includes
    Repair-UserRightExcludes $Right $Excludes
}
