# Gives the reason why no run can change a registry value to what is wanted (no Type: absent) - a policy owns it, no right to write - or nothing.
function Find-RegistryBlocker {
    param([Parameter(Mandatory)] [string] $Key, [string] $Name = '', [int] $View = 64, [string] $Type = '', [AllowNull()] [AllowEmptyString()] [object] $Data)
    $wanted = if ($Type -ne '') { [pscustomobject]@{ Type = $Type; Data = $Data } }
    $gpo = Find-RegistryPolicy -Key $Key -Name $Name -View $View -Wanted $wanted
    if ($gpo) { return "it is set by the Group Policy object '$gpo', change it there" }
    Find-RegistryWriteBlocker -Key $Key -View $View
}
