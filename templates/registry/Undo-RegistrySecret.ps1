# Deletes a registry value that the fix made from a secret.
function Undo-RegistrySecret([string[]] $At) {
    $key = Split-RegistryKey $At[0]
    Clear-RegistryValue $key.Hive $key.Path $At[1] $At[2].Substring(4)
}
