# Opens a registry key, nothing where it is absent. Mode: 'write', or 'create', which makes it.
## In the view of 64-bit or 32-bit programs; a 32-bit Windows has one view and gives it for both (documentation of RegistryKey.OpenBaseKey).
function Open-RegistryKey([string] $Hive, [string] $Path, [int] $View = 64, [string] $Mode) {
    #remedyc:every-host
    $base = [Microsoft.Win32.RegistryKey]::OpenBaseKey(@{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }[$Hive], "Registry$View")
    try { if ($Mode -eq 'create') { $base.CreateSubKey($Path) } else { $base.OpenSubKey($Path, $Mode -eq 'write') } } finally { $base.Dispose() }
}
