# Writes a registry value; what it replaces is noted for -Rollback.
## Writes a registry value and creates its key; what is there is noted before, for -Rollback.
function Write-RegistryData([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64) {
    Save-RegistryKey $Hive $Path $View
    Add-Journal 'RegistryValue' "$Hive\$Path", $Name, "view$View" (Format-RegistryCopy (Get-RegistryValue $Hive $Path $Name $View)) (Format-RegistryCopy @{ Type = $Type; Data = $Data })
    Write-RegistryValue $Hive $Path $Name $Type $Data $View
}
