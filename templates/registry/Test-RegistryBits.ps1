# The reason where bits of a registry value are not set that should be, or set that should not be.
## A value that is missing lacks all bits.
function Test-RegistryBits([string] $Key, [string] $Name, [int] $View = 64, [long] $HasBits, [long] $LacksBits, [string] $Type) {
    $value = Read-RegistryBits @PSBoundParameters
    $is = Format-RegistryFinding $Key $Name $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 }) $value.Entry
    if ($null -eq $value.Number) { return "$is, it should be a number" }
    $reasons = @(
        if ($bits = $HasBits -band -bnot $value.Number) { 'its bits 0x{0:x} should be set' -f $bits }
        if ($bits = $LacksBits -band $value.Number) { 'its bits 0x{0:x} should not be set' -f $bits }
        if ($null -ne $value.Entry -and $value.Entry.Type -ne $value.Type) { "it should be $($value.Type)" }
    )
    if ($reasons) { "$is, $($reasons -join ' and ')" }
}
