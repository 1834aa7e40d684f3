# '??': gives a value, or what the block gives when it is $null.
function Use-Default([object] $RemedyValue, [scriptblock] $RemedyDefault) {
    if ($null -eq $RemedyValue) { & $RemedyDefault } else { $RemedyValue }
}
