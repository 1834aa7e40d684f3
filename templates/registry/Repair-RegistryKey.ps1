# Creates a registry key, or (Absent) deletes it with everything below it.
## Refuses the keys that Windows needs.
function Repair-RegistryKey([string] $Key, [int] $View = 64, [switch] $Absent) {
    $at = Split-RegistryKey $Key
    if (-not $Absent) {
        Save-RegistryKey $at.Hive $at.Path $View
        return Add-RegistryKey $at.Hive $at.Path $View
    }
    if (Test-RegistryKeyVital $Key) { throw "registry key $(ConvertTo-Line $Key) is never deleted: Windows needs it" }
    Save-RegistryTree $at.Hive $at.Path $View
    Clear-RegistryKey $at.Hive $at.Path $View
}
