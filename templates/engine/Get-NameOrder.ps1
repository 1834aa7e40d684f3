# Gives elements sorted by their Name, ordinal, ignoring case.
## Equal names keep their order, and elements without a Name (a list) keep theirs altogether.
function Get-NameOrder([object[]] $Element) {
    $keys = @(foreach ($one in $Element) {
            if ($one -is [Management.Automation.PSCustomObject] -and $null -ne $one.PSObject.Members['Name']) { [string]$one.Name }
        })
    if ($keys.Count -ne $Element.Count) { return $Element }
    # the place at the end makes equal names keep their order, and finds the element again
    $places = [string[]]@(for ($index = 0; $index -lt $keys.Count; $index++) { '{0}{1}{2:d8}' -f $keys[$index], [char]0, $index })
    [Array]::Sort($places, [StringComparer]::OrdinalIgnoreCase)
    foreach ($place in $places) { $Element[[int]$place.Substring($place.Length - 8)] }
}
