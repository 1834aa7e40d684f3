# Says why a right cannot be granted or taken away here, or nothing.
function Find-UserRightBlocker([string] $Right, [string] $Setting, [string[]] $Includes, [string[]] $Excludes) {
    $why = @(Find-UserRightIncludesBlocker $Right $Setting $Includes) + @(Find-UserRightExcludesBlocker $Right $Setting $Excludes)
    if ($why.Count -gt 0) { $why -join '; ' }
}
