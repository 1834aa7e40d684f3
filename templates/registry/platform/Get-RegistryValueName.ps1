# Gives the names of a registry key's values ('' is the default value); nothing when the key is absent or has none. Throws SecurityException where it may not be read.
function Get-RegistryValueName {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path, [int] $View = 64)
    $base = Open-RegistryHive -Hive $Hive -View $View
    try {
        $key = $base.OpenSubKey($Path)
        if ($null -ne $key) {
            try { $key.GetValueNames() } finally { $key.Dispose() }
        }
    }
    finally { $base.Dispose() }
}
