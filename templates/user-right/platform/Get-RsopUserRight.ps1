# The Group Policy that wins for a user right.
## GpoId and Accounts of the Group Policy that wins for a user right; nothing when none sets it.
## GpoId and Accounts (names and SIDs as the policy has them) of the Group Policy that wins for a user right; nothing when none sets it.
## Class RSOP_UserPrivilegeRight; precedence 1 is the winner, and its list replaces all others. Throws when the resulting set of policy cannot be read.
function Get-RsopUserRight([ValidatePattern('^Se[A-Za-z]+$')] [string] $Right) {
    #remedyc:every-host
    Get-CimInstance -Namespace 'root\rsop\computer' -ClassName RSOP_UserPrivilegeRight -Filter "UserRight = '$Right' AND Precedence = 1" -OperationTimeoutSec 20 |
        ForEach-Object { [pscustomobject]@{ GpoId = [string]$_.GPOID; Accounts = [string[]]@($_.AccountList) } }
}
