function Get-NameOrder {
    <#
    .SYNOPSIS
        Gives elements sorted by their Name, ordinal, ignoring case; equal names keep their order, and elements without a Name (a list) keep theirs altogether.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [AllowNull()] [object[]] $Element)
    $keys = @(foreach ($one in $Element) {
            if ($one -is [System.Management.Automation.PSCustomObject] -and $null -ne $one.PSObject.Properties['Name']) { [string]$one.Name }
        })
    if ($keys.Count -ne $Element.Count) { return $Element }
    $places = [string[]]::new($keys.Count)
    for ($index = 0; $index -lt $keys.Count; $index++) { $places[$index] = '{0}{1}{2:d8}' -f $keys[$index], [char]0, $index }
    $sorted = [object[]]::new($keys.Count)
    [Array]::Copy($Element, $sorted, $keys.Count)
    [Array]::Sort($places, $sorted, [System.StringComparer]::OrdinalIgnoreCase)
    $sorted
}
