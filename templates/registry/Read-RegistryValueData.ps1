# The data of a registry value, a list as one array, bytes as hexadecimal text.
## $null where it is absent.
function Read-RegistryValueData([string] $Key, [string] $Name, [int] $View = 64) {
    $at = Split-RegistryKey -Key $Key
    Read-RegistryData $at.Hive $at.Path $Name $View
}
