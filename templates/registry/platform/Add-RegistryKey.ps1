# Creates a registry key and those above it; an existing one stays as it is.
function Add-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64) {
    #remedyc:every-host
    (Open-RegistryKey $Hive $Path $View 'create').Dispose()
}
