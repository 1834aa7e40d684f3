# Gives the SID of somebody besides administrators whom the rights of a file or folder allow one of these accesses (a mask); nothing when there is none.
# Inheritable: also where it is allowed only to what will lie below.
function Find-ForeignWriter {
    param([Parameter(Mandatory)] [pscustomobject] $Security, [Parameter(Mandatory)] [int] $Access, [switch] $Inheritable)
    foreach ($rule in $Security.Rules) {
        if (-not $rule.Allow -or ($rule.InheritOnly -and -not $Inheritable) -or ($rule.Rights -band $Access) -eq 0) { continue }
        if (-not (Test-TrustedSid -Sid $rule.Sid)) { return $rule.Sid }
    }
}
