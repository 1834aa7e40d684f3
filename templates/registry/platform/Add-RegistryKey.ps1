# Creates a registry key and those above it; an existing one stays as it is.
function Add-RegistryKey {
    param([string] $Hive, [string] $Path, [int] $View = 64)
    (Open-RegistryKey $Hive $Path $View 'create').Dispose()
}
