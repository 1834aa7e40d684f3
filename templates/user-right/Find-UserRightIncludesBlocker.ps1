# Why a right cannot be granted: it is denied, or a policy sets it otherwise.
## Why a right cannot be granted here: it is denied, or a policy sets it otherwise; else nothing.
## Setting: its name in Intune's policies.
function Find-UserRightIncludesBlocker([string] $Right, [string] $Setting, [string[]] $Includes) {
    if (Find-UserRightDenial $Right $Includes) { return 'the denial supersedes the right, take it away there' }
    $policy = Find-UserRightPolicy $Right $Setting
    if ($null -eq $policy.Name) { return }
    $advice = @(foreach ($sid in $Includes) { if (-not (Test-UserRightHeld $sid $policy.Holders)) { "add $(Format-Account $sid)" } })
    if ($advice.Count -gt 0) { "it is set by $($policy.Owner); $($advice -join ' and ') there" }
}
