# The names of a registry key's values ('' is the default value).
## Nothing when the key is absent or has none. Throws SecurityException where it may not be read.
function Get-RegistryValueName([string] $Hive, [string] $Path, [int] $View = 64) {
    #remedyc:every-host
    $key = Open-RegistryKey $Hive $Path $View
    if ($null -ne $key) { try { $key.GetValueNames() } finally { $key.Dispose() } }
}
