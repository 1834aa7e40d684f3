# Creates a folder of ours, and throws unless only SYSTEM and Administrators may write there.
## By its SDDL: owner, protected DACL, full access for these two, FR, FX or both (0x1200a9) for others; what denies does no harm. In a user's profile the folder is as safe as the profile.
function Confirm-Folder([string] $Path) {
    $sddl = Get-FolderSddl $Path
    #remedyc:only Context.User
    if ($Remedy.Context -eq 'user') {
        if (-not $sddl) { Add-Folder $Path } elseif ($sddl -eq 'link') { throw "folder $Path is a junction or link; remove it" }
        return
    }
    #remedyc:end
    if (-not $sddl) {
        Add-ProtectedFolder $Path
        $sddl = Get-FolderSddl $Path
    }
    if ($sddl -cnotmatch '^O:(SY|BA)G:[\w-]+D:PA?[A-Z]*(\((A;\w*;FA;;;(SY|BA)|A;\w*;(FR|FX|FRFX|0x1200a9);;;[\w-]+|D;[^)]*)\))*$') { throw "folder $Path is not for SYSTEM and Administrators alone ($sddl); remove it" }
}
