# Gives the names of a registry key's values ('' is the default value); nothing when the key is absent or has none. Throws SecurityException where it may not be read.
function Get-RegistryValueName {
    #remedyc:every-host
    param([string] $Hive, [string] $Path, [int] $View = 64)
    $key = Open-RegistryKey $Hive $Path $View
    if ($null -ne $key) { try { $key.GetValueNames() } finally { $key.Dispose() } }
}
