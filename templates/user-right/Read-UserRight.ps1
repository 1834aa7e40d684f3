# Reads who holds a user right directly (includes, a list of SIDs), or the name of the policy that owns it (policy, $null for none or unknown).
function Read-UserRight {
    param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [ValidateSet('exists', 'includes', 'policy')] [string] $Property)
    # Windows has every right that the compiler knows, held by somebody or not
    if ($Property -eq 'exists') { return $true }
    if ($Property -eq 'policy') { return (Find-UserRightPolicy -Right $Right).Name }
    , [string[]]@(Get-UserRightHolder -Right $Right | Sort-Object)
}
