# Notes for -Rollback what a registry value is before it is deleted.
function Save-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    Add-Journal 'RegistryValue' "$Hive\$Path", $Name, "view$View" (Format-RegistryCopy (Get-RegistryValue -Hive $Hive -Path $Path -Name $Name -View $View))
}
