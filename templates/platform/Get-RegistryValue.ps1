# Gives Type (name of a RegistryValueKind) and Data of a registry value ('' is the default value), $null when key or value is absent. Throws SecurityException where it may not be read.
# Data as .NET gives it: DWord [int], QWord [long], texts [string] (not expanded), MultiString [string[]], Binary and None [byte[]].
# Windows types that .NET does not know have Data $null and Type Unknown.
function Get-RegistryValue {
    param(
        [Parameter(Mandatory)] [string] $Hive,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
        [int] $View = 64
    )
    $base = Open-RegistryHive -Hive $Hive -View $View
    try {
        $key = $base.OpenSubKey($Path)
        if ($null -ne $key) {
            try {
                $data = $key.GetValue($Name, [DBNull]::Value, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
                if ($data -isnot [DBNull]) {
                    [pscustomobject]@{ Type = [string]$key.GetValueKind($Name); Data = $data }
                }
                elseif (@($key.GetValueNames()) -contains $Name) {
                    [pscustomobject]@{ Type = 'Unknown'; Data = $null }
                }
            }
            finally { $key.Dispose() }
        }
    }
    finally { $base.Dispose() }
}
