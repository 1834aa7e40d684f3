# Gives the reason why a registry key cannot be written or created by the user who runs the script, or nothing.
function Find-RegistryWriteBlocker {
    param([Parameter(Mandatory)] [string] $Key, [int] $View = 64)
    # Where the key is absent, the nearest one above it must allow that a key is created.
    $at = Split-RegistryKey -Key $Key
    $path = $at.Path
    while ($path -ne '' -and -not (Test-RegistryPath -Hive $at.Hive -Path $path -View $View)) {
        $path = if ($path.Contains('\')) { $path.Substring(0, $path.LastIndexOf([char]'\')) } else { '' }
    }
    # The root of HKEY_USERS takes no keys from anybody: the hive is not loaded.
    if ($at.Hive -eq 'HKU' -and $path -eq '') { return "the hive $(ConvertTo-Line $at.Path.Split([char[]]'\', 2)[0]) is not loaded below HKEY_USERS" }
    if (-not (Test-RegistryAccess -Hive $at.Hive -Path $path -View $View)) {
        "there is no right to write to " + (ConvertTo-Line "$($at.Hive)\$path").TrimEnd('\')
    }
}
