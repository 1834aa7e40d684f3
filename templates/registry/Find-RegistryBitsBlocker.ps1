# Why bits of a registry value cannot be set or cleared, or nothing.
function Find-RegistryBitsBlocker([string] $Key, [string] $Name, [int] $View = 64, [long] $HasBits, [long] $LacksBits, [string] $Type) {
    $value = Read-RegistryBits @PSBoundParameters
    if ($null -eq $value.Number) { return 'what it holds has no bits to leave alone, ensure its data instead' }
    Find-RegistryValueBlocker $Key $Name $View -Data $value.Wanted -Type $value.Type
}
