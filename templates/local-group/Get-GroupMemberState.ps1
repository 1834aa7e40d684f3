# Gives 'member' where an account is a member of a group, else ''. At: group, SID.
function Get-GroupMemberState([string[]] $At) {
    $name = Get-GroupName $At[0]
    if ($name -and @(Find-GroupMember $name) -contains $At[1]) { 'member' } else { '' }
}
