# Gives the reason why a registry key cannot be written or created by the user who runs the script, or nothing.
function Find-RegistryWriteBlocker {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    # Where the key is absent, the nearest one above it must allow that a key is created.
    $key = $Path
    while ($key -ne '' -and -not (Test-RegistryPath $Hive $key $View)) { $key = $key -replace '\\?[^\\]*$' }
    # The root of HKEY_USERS takes no keys from anybody: the hive is not loaded.
    if ($Hive -eq 'HKU' -and $key -eq '') { return "the hive $(ConvertTo-Line $Path.Split('\')[0]) is not loaded below HKEY_USERS" }
    if (-not (Test-RegistryAccess $Hive $key $View)) { "there is no right to write to $(ConvertTo-Line "$Hive\$key".TrimEnd('\'))" }
}
