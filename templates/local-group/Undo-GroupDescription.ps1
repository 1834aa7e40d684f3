# Gives a group its description back.
function Undo-GroupDescription([string[]] $At, [string] $Was) { Write-GroupDescription (Get-GroupName $At[0]) $Was }
