# Why no run can change a registry value (no Type: absent): a policy owns it, or no right to write.
function Find-RegistryBlocker([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64, [string] $Account) {
    $gpo = if ($Hive -eq 'HKLM' -or $Account) { Find-RegistryPolicy $Path $Name $Type $Data $View $Account }
    if ($gpo) { "it is set by the Group Policy object '$gpo', change it there" } else { Find-RegistryWriteBlocker $Hive $Path $View }
}
