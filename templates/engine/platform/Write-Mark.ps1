# Writes a mark of a remedy; -Session: into a volatile key, which is gone when Windows restarts.
# RegistryKey.CreateSubKey(String, Boolean, RegistryOptions) came with .NET Framework 4.6. Options of a key that exists stay as they are.
function Write-Mark {
    param(
        [Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive,
        [Parameter(Mandatory)] [string] $Remedy,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value,
        [switch] $Session
    )
    $base = Open-RegistryHive -Hive $Hive
    try {
        $key = $base.CreateSubKey("SOFTWARE\Remedyc\$Remedy", $true)
        try {
            if ($Session) {
                $volatile = $key.CreateSubKey('Session', $true, [Microsoft.Win32.RegistryOptions]::Volatile)
                try { $volatile.SetValue($Name, $Value) } finally { $volatile.Dispose() }
            }
            else { $key.SetValue($Name, $Value) }
        }
        finally { $key.Dispose() }
    }
    finally { $base.Dispose() }
}
