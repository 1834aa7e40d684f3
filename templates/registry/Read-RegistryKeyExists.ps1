# Whether a registry key exists.
function Read-RegistryKeyExists([string] $Key, [int] $View = 64) {
    $at = Split-RegistryKey -Key $Key
    try { Test-RegistryPath -Hive $at.Hive -Path $at.Path -View $View }
    catch { throw "registry key $(ConvertTo-Line $Key): $($_.Exception.GetBaseException().Message)" }
}
