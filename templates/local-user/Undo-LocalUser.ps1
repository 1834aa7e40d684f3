# Deletes an account that the fix made.
function Undo-LocalUser([string[]] $At) { Uninstall-User (Get-UserName $At[0]) }
