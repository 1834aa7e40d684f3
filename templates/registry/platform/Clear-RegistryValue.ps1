# Deletes a registry value ('' is the default value); one that is absent is no error.
function Clear-RegistryValue {
    param(
        [Parameter(Mandatory)] [string] $Hive,
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
        [int] $View = 64
    )
    $base = Open-RegistryHive -Hive $Hive -View $View
    try {
        $key = $base.OpenSubKey($Path, $true)
        if ($null -ne $key) {
            try { $key.DeleteValue($Name, $false) } finally { $key.Dispose() }
        }
    }
    finally { $base.Dispose() }
}
