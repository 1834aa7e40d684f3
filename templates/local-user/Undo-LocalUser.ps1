# Deletes an account that the fix made.
function Undo-LocalUser([string[]] $At) { Uninstall-User -Name (Get-UserName $At[0]) }
