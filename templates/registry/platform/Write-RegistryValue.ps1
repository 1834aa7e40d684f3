# Writes a registry value, over one of another type too; creates its key.
## Type: name of a RegistryValueKind. Data as .NET takes it: DWord [int], QWord [long], texts [string], MultiString [string[]], Binary and None [byte[]].
function Write-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64) {
    #remedyc:every-host
    $key = Open-RegistryKey $Hive $Path $View 'create'
    try { $key.SetValue($Name, $Data, $Type) } finally { $key.Dispose() }
}
