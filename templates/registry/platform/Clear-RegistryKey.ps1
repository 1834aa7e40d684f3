# Deletes a registry key with its values and everything below it; one that is absent is no error.
function Clear-RegistryKey {
    param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [string] $Path, [int] $View = 64)
    $base = Open-RegistryHive -Hive $Hive -View $View
    try { $base.DeleteSubKeyTree($Path, $false) } finally { $base.Dispose() }
}
