# Gives the reason where an account of Includes lacks a right, or one of Excludes holds it.
function Test-UserRight([string] $Right, [string[]] $Includes, [string[]] $Excludes) {
    $why = @(Test-UserRightIncludes $Right $Includes) + @(Test-UserRightExcludes $Right $Excludes)
    if ($why.Count -gt 0) { $why -join ' and ' }
}
