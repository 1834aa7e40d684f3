# Opens a hive of the registry in the view of 64-bit or 32-bit programs; the caller disposes it.
# A 32-bit Windows has one view and gives it for both (documentation of RegistryKey.OpenBaseKey).
function Open-RegistryHive {
    #remedyc:every-host
    param([Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU', 'HKU')] [string] $Hive, [int] $View = 64)
    $names = @{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }
    [Microsoft.Win32.RegistryKey]::OpenBaseKey($names[$Hive], "Registry$View")
}
