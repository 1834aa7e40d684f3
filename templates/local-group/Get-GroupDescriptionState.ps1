# The description of a group, '' where it does not exist. At: group.
function Get-GroupDescriptionState([string[]] $At) { "$(Read-LocalGroupDescription $At[0])" }
