# The name of a registry key without those above it; $null where it is absent.
function Read-RegistryKeyName([string] $Key, [int] $View = 64) {
    if (Read-RegistryKeyExists -Key $Key -View $View) { $Key.Substring($Key.LastIndexOf([char]'\') + 1) }
}
