# Creates a registry key and those above it; an existing one stays as it is. A volatile key is gone after the next start of Windows.
function Add-RegistryKey {
    param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [string] $Path, [int] $View = 64, [switch] $Volatile)
    $options = if ($Volatile) { [Microsoft.Win32.RegistryOptions]::Volatile } else { [Microsoft.Win32.RegistryOptions]::None }
    $base = Open-RegistryHive -Hive $Hive -View $View
    try {
        $key = $base.CreateSubKey($Path, [Microsoft.Win32.RegistryKeyPermissionCheck]::ReadWriteSubTree, $options)
        $key.Dispose()
    }
    finally { $base.Dispose() }
}
