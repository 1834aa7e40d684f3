# Gives a user right back to an account, or takes it away again; all other holders stay.
function Undo-UserRight([string[]] $At, [string] $Was) {
    if ($Was -eq 'held') { Grant-UserRight $At[0] $At[1] } else { Revoke-UserRight $At[0] $At[1] }
}
