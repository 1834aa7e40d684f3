# Gives an account its full name or description back.
function Undo-UserText([string[]] $At, [string] $Was) { Write-UserText (Get-UserName $At[0]) ([int]$At[1]) $Was }
