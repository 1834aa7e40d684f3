# GpoId, Name and Members of the Group Policies that win for the members of groups (Restricted Groups).
## Class RSOP_RestrictedGroup (GroupName, Members, precedence), learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-restrictedgroup; precedence 1 is the winner. Names and SIDs as the policy has them.
function Get-RsopGroup {
    #remedyc:every-host
    Get-CimInstance -Namespace 'root\rsop\computer' -ClassName RSOP_RestrictedGroup -Filter 'Precedence = 1' -OperationTimeoutSec 20 |
        ForEach-Object { [pscustomobject]@{ GpoId = [string]$_.GPOID; Name = [string]$_.GroupName; Members = [string[]]@($_.Members) } }
}
