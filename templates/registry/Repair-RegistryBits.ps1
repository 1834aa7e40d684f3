# Sets and clears bits of a registry value; its others stay as they are.
function Repair-RegistryBits([string] $Key, [string] $Name, [int] $View = 64, [long] $HasBits, [long] $LacksBits, [string] $Type) {
    $value = Read-RegistryBits @PSBoundParameters
    Repair-RegistryValue $Key $Name $View -Data $value.Wanted -Type $value.Type
}
