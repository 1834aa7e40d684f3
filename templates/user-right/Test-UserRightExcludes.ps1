# The reason where an account holds a right by its own SID.
function Test-UserRightExcludes([string] $Right, [string[]] $Excludes) {
    $holders = @(Get-UserRightHolder $Right)
    $why = @(foreach ($sid in $Excludes) { if ($holders -contains $sid) { "$Right is held by $sid" } }) -join ' and '
    if ($why -ne '') { $why }
}
