# Opens a hive of the registry in the view of 64-bit or 32-bit programs; the caller disposes it.
# A 32-bit Windows has one view and gives it for both (documentation of RegistryKey.OpenBaseKey).
function Open-RegistryHive([string] $Hive, [int] $View = 64) {
    #remedyc:every-host
    $names = @{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }
    [Microsoft.Win32.RegistryKey]::OpenBaseKey($names[$Hive], "Registry$View")
}
