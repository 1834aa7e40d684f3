# Writes a mark of a remedy; -Session: into a volatile key, which is gone when Windows restarts.
## RegistryKey.CreateSubKey(String, Boolean, RegistryOptions) came with .NET Framework 4.6. Options of a key that exists stay as they are.
function Write-Mark {
    param([string] $Hive, [string] $Remedy, [string] $Name, [string] $Value, [switch] $Session)
    $key = $own = Open-RegistryKey $Hive "SOFTWARE\Remedyc\$Remedy" -Mode 'create'
    try {
        if ($Session) { $key = $own.CreateSubKey('Session', $true, [Microsoft.Win32.RegistryOptions]::Volatile) }
        $key.SetValue($Name, $Value)
    }
    finally {
        $key.Dispose()
        $own.Dispose()
    }
}
