# Makes an account a member of a group again, or no longer; all other members stay.
function Undo-GroupMember([string[]] $At, [string] $Was) { Write-GroupMember (Get-GroupName $At[0]) $At[1] -Away:($Was -eq '') }
