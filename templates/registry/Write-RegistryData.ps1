# Writes a registry value and creates its key; what is there is noted before, for -Rollback.
function Write-RegistryData([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64) {
    Save-RegistryKey $Hive $Path $View
    $at = @{ Hive = $Hive; Path = $Path; Name = $Name; View = $View }
    Add-Journal 'RegistryValue' "$Hive\$Path", $Name, "view$View" (Format-RegistryCopy (Get-RegistryValue @at)) (Format-RegistryCopy ([pscustomobject]@{ Type = $Type; Data = $Data }))
    Write-RegistryValue @at -Type $Type -Data $Data
}
