# Why a key cannot be written; where it is absent, the nearest one above counts.
## The root of HKEY_USERS takes no keys from anybody: the hive is not loaded.
function Find-RegistryWriteBlocker([string] $Hive, [string] $Path, [int] $View = 64) {
    $key = $Path
    while ($null -eq ($access = Test-RegistryAccess $Hive $key $View) -and $key) { $key = $key -replace '\\?[^\\]*$' }
    #remedyc:only Split-RegistryKey
    if ($Hive -eq 'HKU' -and -not $key) { return "the hive $(ConvertTo-Line $Path.Split('\')[0]) is not loaded below HKEY_USERS" }
    #remedyc:end
    if (-not $access) { "there is no right to write to $(ConvertTo-Line "$Hive\$key".TrimEnd('\'))" }
}
