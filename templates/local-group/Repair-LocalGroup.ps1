# Changes a group of this computer where it is not as wanted: members one by one, by SID.
## What is missing is added before anything is taken away, so that a run that is killed locks nobody out.
function Repair-LocalGroup {
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
    #remedyc:only LocalGroup.Absent LocalGroup.Own LocalGroup.Description LocalGroup.Includes LocalGroup.Excludes LocalGroup.Only
    $name = Get-GroupName $Group
    #remedyc:end
    try {
        #remedyc:only LocalGroup.Absent
        if ($Absent) {
            Add-Journal 'Lost' "local group $Group was deleted, with its SID"
            return Uninstall-Group $name
        }
        #remedyc:end
        #remedyc:only LocalGroup.Own
        if (-not $name) {
            $name = $Group.Substring(2)
            Add-Journal 'LocalGroup' $Group '' 'there'
            Install-Group $name
        }
        #remedyc:end
        #remedyc:only LocalGroup.Description
        $text = Get-GroupDescription $name
        if ($PSBoundParameters.ContainsKey('Description') -and -not (Test-Text $text $Description)) {
            Add-Journal 'GroupDescription' $Group $text $Description
            Write-GroupDescription $name $Description
        }
        #remedyc:end
        #remedyc:only LocalGroup.Includes LocalGroup.Excludes LocalGroup.Only
        $change = Compare-GroupMember -Name $name @PSBoundParameters
        foreach ($sid in $change.Lacks) {
            Add-Journal 'GroupMember' $Group, $sid '' 'member'
            Write-GroupMember $name $sid
        }
        #remedyc:end
        #remedyc:only LocalGroup.Excludes LocalGroup.Only
        foreach ($sid in $change.Has) {
            Add-Journal 'GroupMember' $Group, $sid 'member'
            Write-GroupMember $name $sid -Away
        }
        #remedyc:end
    }
    # what Windows says ('Access is denied') names neither
    catch { throw "Windows refused to change local group ${Group}: $(Get-FailureText $_)" }
}
