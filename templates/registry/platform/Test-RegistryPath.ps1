# Tells whether a registry key exists. Throws SecurityException where it may not be read.
function Test-RegistryPath {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path, [int] $View = 64)
    $base = Open-RegistryHive -Hive $Hive -View $View
    try {
        $key = $base.OpenSubKey($Path)
        $exists = $null -ne $key
        if ($exists) { $key.Dispose() }
        $exists
    }
    finally { $base.Dispose() }
}
