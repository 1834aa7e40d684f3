# The reason where a group of this computer is not as wanted.
## Nobody is in a group that does not exist, so one from which accounts are only to be excluded may be missing.
function Test-LocalGroup {
    param(
        #remedyc:only LocalGroup.Absent
        [switch] $Absent,
        #remedyc:end
        #remedyc:only LocalGroup.Description
        [string] $Description,
        #remedyc:end
        #remedyc:only LocalGroup.Includes
        [string[]] $Includes,
        #remedyc:end
        #remedyc:only LocalGroup.Excludes
        [string[]] $Excludes,
        #remedyc:end
        #remedyc:only LocalGroup.Only
        [string[]] $Only,
        #remedyc:end
        [string] $Group
    )
    $name = Get-GroupName $Group
    #remedyc:only LocalGroup.Absent
    if ($Absent) { if ($name) { "local group $Group is there, it should be absent" }; return }
    #remedyc:end
    if (-not $name) {
        #remedyc:only LocalGroup.Excludes
        if ($Excludes -and $PSBoundParameters.Count -eq 2) { return }
        #remedyc:end
        return "local group $Group is missing"
    }
    $why = @(
        #remedyc:only LocalGroup.Description
        $text = Get-GroupDescription $name
        if ($PSBoundParameters.ContainsKey('Description') -and -not (Test-Text $text $Description)) { "is described as $(Format-Name $text), it should be $(Format-Name $Description)" }
        #remedyc:end
        #remedyc:only LocalGroup.Includes LocalGroup.Excludes LocalGroup.Only
        $change = Compare-GroupMember -Name $name @PSBoundParameters
        foreach ($sid in $change.Lacks) { "lacks $sid" }
        #remedyc:end
        #remedyc:only LocalGroup.Excludes LocalGroup.Only
        foreach ($sid in $change.Has) { "has $sid" }
        #remedyc:end
    ) -join ' and '
    if ($why) { "local group $Group $why" }
}
