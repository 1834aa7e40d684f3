# Gives a user right back to an account, or takes it away again; all other holders stay.
function Undo-UserRight {
    param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string[]] $At, [Parameter(Mandatory, Position = 1)] [AllowEmptyString()] [string] $Was)
    if ($Was -eq 'held') { Grant-UserRight -Right $At[0] -Sid $At[1] } else { Revoke-UserRight -Right $At[0] -Sid $At[1] }
}
