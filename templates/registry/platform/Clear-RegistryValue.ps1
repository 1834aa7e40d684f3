# Deletes a registry value, where it is there.
## Deletes a registry value ('' is the default value); one that is absent is no error.
function Clear-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    #remedyc:every-host
    $key = Open-RegistryKey $Hive $Path $View 'write'
    if ($null -ne $key) { try { $key.DeleteValue($Name, $false) } finally { $key.Dispose() } }
}
