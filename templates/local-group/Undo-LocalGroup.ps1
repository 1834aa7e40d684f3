# Deletes a group that the fix made, where it has no members; else gives the reason.
function Undo-LocalGroup([string[]] $At) {
    $name = Get-GroupName $At[0]
    if (@(Find-GroupMember $name).Count -gt 0) { return 'it has members that others have added' }
    Uninstall-Group $name
}
