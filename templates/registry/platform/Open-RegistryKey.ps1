# Opens a registry key, nothing where it is absent.
#remedyc:only Add-RegistryKey Clear-RegistryKey Clear-RegistryValue Test-RegistryAccess Write-Mark Write-RegistryValue Write-ServiceCommand
# Mode: 'write', or 'create', which makes it.
#remedyc:end
## In the view of 64-bit or 32-bit programs; a 32-bit Windows has one view and gives it for both (documentation of RegistryKey.OpenBaseKey).
## The root is a handle that every process has: there is nothing to close (reference source of RegistryKey.GetBaseKey).
function Open-RegistryKey(
    [string] $Hive
    , [string] $Path
    , [int] $View = 64
    #remedyc:only Add-RegistryKey Clear-RegistryKey Clear-RegistryValue Test-RegistryAccess Write-Mark Write-RegistryValue Write-ServiceCommand
    , [string] $Mode
    #remedyc:end
) {
    #remedyc:every-host
    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey(@{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }[$Hive], "Registry$View")
    #remedyc:only Add-RegistryKey Clear-RegistryKey Clear-RegistryValue Test-RegistryAccess Write-Mark Write-RegistryValue Write-ServiceCommand
    if ($Mode -eq 'create') { return $root.CreateSubKey($Path) }
    if ($Mode -eq 'write') { return $root.OpenSubKey($Path, $true) }
    #remedyc:end
    $root.OpenSubKey($Path)
}
