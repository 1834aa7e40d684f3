# Type and Data of a registry value ('' is the default value), nothing where it is absent.
## Type: name of a RegistryValueKind; Unknown for one that .NET does not know. Texts are not expanded. Throws SecurityException where it may not be read.
function Get-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    #remedyc:every-host
    $key = Open-RegistryKey $Hive $Path $View
    if ($null -eq $key) { return }
    try { if ($key.GetValueNames() -contains $Name) { [pscustomobject]@{ Type = [string]$key.GetValueKind($Name); Data = $key.GetValue($Name, $null, 'DoNotExpandEnvironmentNames') } } }
    finally { $key.Dispose() }
}
