# Creates a registry key, or (Absent) deletes it with everything below it.
## Refuses the keys that Windows needs.
function Repair-RegistryKey([string] $Key, [int] $View = 64, [switch] $Absent) {
    $at = Split-RegistryKey -Key $Key
    if (-not $Absent) {
        Save-RegistryKey -Hive $at.Hive -Path $at.Path -View $View
        return Add-RegistryKey -Hive $at.Hive -Path $at.Path -View $View
    }
    if (Test-RegistryKeyVital -Key $Key) { throw "registry key $(ConvertTo-Line $Key) is never deleted: Windows needs it" }
    Save-RegistryTree -Hive $at.Hive -Path $at.Path -View $View
    Clear-RegistryKey -Hive $at.Hive -Path $at.Path -View $View
}
