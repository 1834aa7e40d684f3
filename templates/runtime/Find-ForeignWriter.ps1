# Gives the SID of somebody besides administrators whom the rights of a file or folder allow one of these accesses (a mask); nothing when there is none.
# Inheritable: also where it is allowed only to what will lie below.
function Find-ForeignWriter {
    param([Parameter(Mandatory)] [pscustomobject] $Security, [Parameter(Mandatory)] [int] $Access, [switch] $Inheritable)
    $trusted = @(Get-TrustedSid)
    foreach ($rule in $Security.Rules) {
        if (-not $rule.Allow -or ($rule.InheritOnly -and -not $Inheritable) -or ($rule.Rights -band $Access) -eq 0) { continue }
        # domain administrators, enterprise administrators and the built-in administrator by their last number
        if ($trusted -notcontains $rule.Sid -and $rule.Sid -notmatch '^S-1-5-21-.+-(500|512|519)$') { return $rule.Sid }
    }
}
