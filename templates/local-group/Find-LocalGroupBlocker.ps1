# Why a group of this computer cannot be made as wanted, or nothing.
function Find-LocalGroupBlocker {
    param(
        #remedyc:only LocalGroup.Absent
        [switch] $Absent,
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
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
    #remedyc:only LocalGroup.Absent
    if ($Absent) { if ($Group -like 'S-1-5-32-*') { 'it is a group of Windows, which is never deleted' }; return }
    #remedyc:end
    $name = Get-GroupName $Group
    if (-not $name) { if ($Group -notlike '.\*') { 'this Windows has no such group, and none of Windows is made' }; return }
    #remedyc:only LocalGroup.Includes LocalGroup.Excludes LocalGroup.Only
    $change = Compare-GroupMember -Name $name @PSBoundParameters
    #remedyc:end
    #remedyc:only LocalGroup.Excludes LocalGroup.Only
    $refusal = if ($Group -eq 'S-1-5-32-544' -and $change.Has) { Find-LockoutRefusal $change }
    if ($refusal) { return $refusal }
    #remedyc:end
    #remedyc:only LocalGroup.Includes LocalGroup.Excludes LocalGroup.Only
    Find-GroupPolicyRefusal $Group $change
    #remedyc:end
}
