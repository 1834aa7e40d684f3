# Tells whether a registry key exists. Throws SecurityException where it may not be read.
function Test-RegistryPath {
    #remedyc:every-host
    param([string] $Hive, [string] $Path, [int] $View = 64)
    $key = Open-RegistryKey $Hive $Path $View
    if ($null -ne $key) { $key.Dispose() }
    $null -ne $key
}
