# Writes a mark of a remedy; -Session: into a volatile key, which is gone when Windows restarts.
# RegistryKey.CreateSubKey(String, Boolean, RegistryOptions) came with .NET Framework 4.6. Options of a key that exists stay as they are.
function Write-Mark([string] $Hive, [string] $Remedy, [string] $Name, [string] $Value, [switch] $Session) {
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
