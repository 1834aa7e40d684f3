# Writes a registry value with its type (name of a RegistryValueKind), over one of another type as well; creates the key where it is absent.
## Data as .NET takes it: DWord [int], QWord [long], texts [string], MultiString [string[]], Binary and None [byte[]].
function Write-RegistryValue {
    param([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64)
    $key = Open-RegistryKey $Hive $Path $View 'create'
    try { $key.SetValue($Name, $Data, [Microsoft.Win32.RegistryValueKind]$Type) } finally { $key.Dispose() }
}
