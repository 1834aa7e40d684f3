# The SIDs of the members of a group of this computer, as one list; $null where it does not exist.
function Read-LocalGroupMembers([string] $Group) {
    $name = Get-GroupName $Group
    if ($name) { , [string[]]@(Find-GroupMember $name | Sort-Object) }
}
