# Gives 'held' where an account itself holds a user right, else ''. At: right, SID.
function Get-UserRightState([string[]] $At) {
    if (@(Get-UserRightHolder -Right $At[0]) -contains $At[1]) { 'held' } else { '' }
}
