# Gives 'there' for an account of this computer that exists, else ''. At: account.
function Get-LocalUserState([string[]] $At) { if (Read-LocalUserExists $At[0]) { 'there' } else { '' } }
