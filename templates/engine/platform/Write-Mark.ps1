# Writes a mark of a remedy, '' deletes it.
## RegistryKey.CreateSubKey(String, Boolean, RegistryOptions) came with .NET Framework 4.6. Options of a key that exists stay as they are.
function Write-Mark(
    [string] $Hive, [string] $Remedy, [string] $Name, [string] $Value
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName Clear-SavedMark Wait-LeftSetup
    , [switch] $Session
    #remedyc:end
) {
    #remedyc:every-host
    $key = Open-RegistryKey $Hive "SOFTWARE\Remedyc\$Remedy" 64 'create'
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName Clear-SavedMark Wait-LeftSetup
    if ($Session) {
        $above = $key
        try { $key = $above.CreateSubKey('Session', $true, [Microsoft.Win32.RegistryOptions]::Volatile) } finally { $above.Dispose() }
    }
    #remedyc:end
    try { if ($Value) { $key.SetValue($Name, $Value) } else { $key.DeleteValue($Name, $false) } } finally { $key.Dispose() }
}
