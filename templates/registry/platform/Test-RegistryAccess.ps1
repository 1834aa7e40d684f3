# Whether a key may be written; nothing where it is absent.
## Whether a registry key may be written: opens it for that; nothing where it is absent.
function Test-RegistryAccess([string] $Hive, [string] $Path, [int] $View = 64) {
    #remedyc:every-host
    try { $key = Open-RegistryKey $Hive $Path $View 'write' } catch [Security.SecurityException], [UnauthorizedAccessException] { return $false }
    if ($null -ne $key) { $key.Dispose(); $true }
}
