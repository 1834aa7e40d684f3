# Notes for -Rollback a value that will be deleted.
function Save-RegistryValue([string] $Hive, [string] $Path, [string] $Name, [int] $View = 64) {
    Add-Journal 'RegistryValue' "$Hive\$Path", $Name, "view$View" (Format-RegistryCopy (Get-RegistryValue $Hive $Path $Name $View))
}
