# Gives a user right back to an account, or takes it away again; all other holders stay.
function Undo-UserRight([string[]] $At, [string] $Was) {
    if ($Was -eq 'held') { Grant-UserRight -Right $At[0] -Sid $At[1] } else { Revoke-UserRight -Right $At[0] -Sid $At[1] }
}
