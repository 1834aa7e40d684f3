# Tells whether an existing registry key may be written: opens it for writing and closes it again. $false as well when it is absent.
function Test-RegistryAccess {
    #remedyc:every-host
    param([string] $Hive, [string] $Path, [int] $View = 64)
    try { $key = Open-RegistryKey $Hive $Path $View 'write' } catch [Security.SecurityException], [UnauthorizedAccessException] { return $false }
    if ($null -ne $key) { $key.Dispose() }
    $null -ne $key
}
