# Creates a folder of ours; throws unless administrators alone may write there.
## Creates a folder of ours, and throws unless only SYSTEM, administrators and who runs this may write there.
## By its SDDL: owner, nothing inherited, full access for these, FR, FX or both (0x1200a9) for others; what denies does no harm. In a user's profile the folder is as safe as the profile.
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
    $us = "SY|BA|LA|DA|EA|$(Get-UserSid)"
    if ($sddl -cnotmatch "^O:($us)G:[\w-]+D:[A-Z]*(\((A;(OI|CI|NP|IO)*;(FA;;;($us)|(FR|FX|FRFX|0x1200a9);;;[\w-]+)|D;[^)]*)\))*$") { throw "folder $Path is not for SYSTEM and Administrators alone ($sddl); remove it" }
}
