# Whether a registry key exists.
## Throws SecurityException where it may not be read.
function Test-RegistryPath([string] $Hive, [string] $Path, [int] $View = 64) {
    #remedyc:every-host
    $key = Open-RegistryKey $Hive $Path $View
    if ($null -ne $key) { $key.Dispose() }
    $null -ne $key
}
