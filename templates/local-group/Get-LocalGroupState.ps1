# Gives 'there' for a group of this computer that exists, else ''. At: group.
function Get-LocalGroupState([string[]] $At) { if (Get-GroupName $At[0]) { 'there' } else { '' } }
