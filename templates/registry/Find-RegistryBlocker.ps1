# Gives the reason why no run can change a registry value to what is wanted (no Type: absent) - a policy owns it, no right to write - or nothing.
## Account: the SID of a person, for a value of the hive of that person.
function Find-RegistryBlocker {
    param([string] $Hive, [string] $Path, [string] $Name, [string] $Type, [object] $Data, [int] $View = 64, [string] $Account)
    if ($Hive -eq 'HKLM' -or $Account -ne '') {
        $gpo = Find-RegistryPolicy $Path $Name $Type $Data $View $Account
        if ($gpo) { return "it is set by the Group Policy object '$gpo', change it there" }
    }
    Find-RegistryWriteBlocker $Hive $Path $View
}
