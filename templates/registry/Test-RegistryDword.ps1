# The reason where a DWORD is missing, of another type or another number, which is unsigned.
## .NET gives a DWORD signed. The default value, which has no name, is tested by Test-RegistryValue.
function Test-RegistryDword([string] $Hive, [string] $Path, [string] $Name, [long] $Data, [int] $View = 64) {
    $is = Format-RegistryState (Get-RegistryValue $Hive $Path $Name $View)
    if ($is -ne "dword $Data") { "registry value $Hive\$Path\$Name$(if ($View -eq 32) { ' (32-bit view)' }) is $is, it should be dword $Data" }
}
