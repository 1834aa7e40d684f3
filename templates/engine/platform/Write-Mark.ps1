# Writes a mark of a remedy, '' deletes it.
## RegistryKey.CreateSubKey(String, Boolean, RegistryOptions) came with .NET Framework 4.6. Options of a key that exists stay as they are.
function Write-Mark([string] $Hive, [string] $Remedy, [string] $Name, [string] $Value, [switch] $Session) {
    #remedyc:every-host
    $key = $own = Open-RegistryKey $Hive "SOFTWARE\Remedyc\$Remedy" 64 'create'
    try {
        if ($Session) { $key = $own.CreateSubKey('Session', $true, [Microsoft.Win32.RegistryOptions]::Volatile) }
        if ($Value) { $key.SetValue($Name, $Value) } else { $key.DeleteValue($Name, $false) }
    }
    finally { $key.Dispose(); $own.Dispose() }
}
