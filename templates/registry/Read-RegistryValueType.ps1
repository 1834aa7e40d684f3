# The type of a registry value; $null where it is absent.
function Read-RegistryValueType([string] $Key, [string] $Name, [int] $View = 64) {
    $entry = Read-RegistryEntry -Key $Key -Name $Name -View $View
    if ($null -ne $entry) { $entry.Type }
}
