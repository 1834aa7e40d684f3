# Opens a key of the registry in the view of 64-bit or 32-bit programs, nothing where it is absent; the caller disposes it. Mode: 'write', or 'create', which makes it.
## A 32-bit Windows has one view and gives it for both (documentation of RegistryKey.OpenBaseKey).
function Open-RegistryKey {
    #remedyc:every-host
    param([string] $Hive, [string] $Path, [int] $View = 64, [string] $Mode)
    $base = [Microsoft.Win32.RegistryKey]::OpenBaseKey(@{ HKLM = 'LocalMachine'; HKCU = 'CurrentUser'; HKU = 'Users' }[$Hive], "Registry$View")
    try { if ($Mode -eq 'create') { $base.CreateSubKey($Path) } else { $base.OpenSubKey($Path, $Mode -eq 'write') } } finally { $base.Dispose() }
}
