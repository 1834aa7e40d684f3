# What a group has (Members, Has: against the wish) and should have (Wanted, Lacks), by SID.
## Windows never lets the built-in administrator go from Administrators (ERROR_SPECIAL_ACCOUNT), so that one is never too many by Only.
function Compare-GroupMember {
    param(
        #remedyc:only LocalGroup.Includes
        [string[]] $Includes,
        #remedyc:end
        #remedyc:only LocalGroup.Excludes
        [string[]] $Excludes,
        #remedyc:end
        #remedyc:only LocalGroup.Only
        [string[]] $Only,
        [string] $Group,
        #remedyc:end
        [string] $Name
    )
    $members = @(Find-GroupMember $Name)
    $wanted = @()
    $has = @()
    #remedyc:only LocalGroup.Includes
    $wanted += $Includes
    #remedyc:end
    #remedyc:only LocalGroup.Excludes
    $has += @(foreach ($sid in $members) { if ($Excludes -contains $sid) { $sid } })
    #remedyc:end
    #remedyc:only LocalGroup.Only
    if ($null -ne $Only) {
        $wanted += $Only
        $builtin = if ($Group -eq 'S-1-5-32-544') { "$(Get-MachineSid)-500" }
        $has += @(foreach ($sid in $members) { if ($Only -notcontains $sid -and $sid -ne $builtin) { $sid } })
    }
    #remedyc:end
    @{ Members = $members; Wanted = $wanted; Lacks = @(foreach ($sid in $wanted) { if ($sid -and $members -notcontains $sid) { $sid } }); Has = $has }
}
