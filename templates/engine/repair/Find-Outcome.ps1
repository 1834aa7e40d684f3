# Gives the first of these items, or of what an 'each' made of one, that came out in one of these ways; '' for none.
function Find-Outcome {
    param([AllowEmptyCollection()] [string[]] $Id = @(), [Parameter(Mandatory)] [string[]] $Outcome)
    foreach ($one in $Id) {
        foreach ($key in $script:Remedy.Outcomes.Keys) {
            if (($key -eq $one -or $key.StartsWith("$one[", [StringComparison]::Ordinal)) -and $Outcome -contains $script:Remedy.Outcomes[$key]) { return $key }
        }
    }
    ''
}
