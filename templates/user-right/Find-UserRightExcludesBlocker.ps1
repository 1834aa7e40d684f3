# That a policy gives the right to somebody who is to lose it; else nothing.
## Setting: the right's name in Intune's policies.
function Find-UserRightExcludesBlocker([string] $Right, [string] $Setting, [string[]] $Excludes) {
    $policy = Find-UserRightPolicy $Right $Setting
    if ($null -eq $policy.Name) { return }
    $advice = @(foreach ($sid in $Excludes) { if ($policy.Holders -contains $sid) { "take $(Format-Account $sid) away" } })
    if ($advice.Count -gt 0) { "it is set by $($policy.Owner); $($advice -join ' and ') there" }
}
