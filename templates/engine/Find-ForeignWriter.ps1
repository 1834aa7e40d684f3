# Who besides administrators has one of these accesses (a mask).
## The SID of somebody besides administrators whom the rights of a file or folder allow one of these accesses (a mask); nothing when there is none.
## Inheritable: also where it is allowed only to what will lie below.
function Find-ForeignWriter([pscustomobject] $Security, [int] $Access, [switch] $Inheritable) {
    foreach ($rule in $Security.Rules) {
        if ($rule.Allow -and ($Inheritable -or -not $rule.InheritOnly) -and ($rule.Rights -band $Access) -ne 0 -and -not (Test-TrustedSid $rule.Sid)) { return $rule.Sid }
    }
}
