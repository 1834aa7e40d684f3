# Creates a folder of ours where it is missing, and throws when it is not ours: a junction or link, another owner, inherited rights.
# Owners that we trust: SYSTEM, Administrators, and the elevated account that runs this script. In a user's profile the folder is as safe as the profile.
function Confirm-Folder {
    param([Parameter(Mandatory)] [string] $Path)
    $state = Get-FolderState -Path $Path
    if ($null -eq $state) {
        #remedyc:only Context.User
        if ($script:Remedy.Context -eq 'user') { Add-Folder -Path $Path }
        #remedyc:end
        #remedyc:only Context.System
        if ($script:Remedy.Context -eq 'system') { Add-ProtectedFolder -Path $Path }
        #remedyc:end
        $state = Get-FolderState -Path $Path
    }
    if ($state.Reparse) { throw "folder $Path is a junction or link; remove it" }
    #remedyc:only Context.System
    if ($script:Remedy.Context -ne 'system') { return }
    if (@('S-1-5-18', 'S-1-5-32-544', (Get-UserSid)) -notcontains $state.Owner) { throw "folder $Path belongs to $($state.Owner), not to SYSTEM or Administrators; remove it" }
    if (-not $state.Protected) { throw "folder $Path inherits its rights, others may write there; remove it" }
    #remedyc:end
}
