# Deletes a registry key and everything below it, where it is there.
## Deletes a registry key with its values and everything below it; one that is absent is no error.
function Clear-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    #remedyc:every-host
    $cut = $Path.LastIndexOf([char]'\')
    $above = Open-RegistryKey $Hive $Path.Substring(0, $cut) $View 'write'
    if ($null -ne $above) { try { $above.DeleteSubKeyTree($Path.Substring($cut + 1), $false) } finally { $above.Dispose() } }
}
