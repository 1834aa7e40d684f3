# Why a registry key cannot be made or (Absent) deleted with everything below it, or nothing.
function Find-RegistryKeyBlocker([string] $Key, [int] $View = 64, [switch] $Absent) {
    if ($Absent -and (Test-RegistryKeyVital $Key)) { return 'Windows needs this key, it is never deleted' }
    $at = Split-RegistryKey $Key
    Find-RegistryWriteBlocker $at.Hive $at.Path $View
}
