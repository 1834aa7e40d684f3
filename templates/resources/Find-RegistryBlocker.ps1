# Gives the reason why no run can change a registry value (a policy owns it, no right to write), or nothing.
function Find-RegistryBlocker {
    param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64, [AllowNull()] [pscustomobject] $Wanted)
    $gpo = Find-RegistryPolicy -Key $Key -Name $Name -View $View -Wanted $Wanted
    if ($gpo) { return "it is set by the Group Policy object '$gpo', change it there" }
    Find-RegistryWriteBlocker -Key $Key -View $View
}
