# '??': gives a value, or what the block gives when it is $null.
function Use-Default {
    param(
        [Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $RemedyValue,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyDefault
    )
    if ($null -eq $RemedyValue) { & $RemedyDefault } else { $RemedyValue }
}
