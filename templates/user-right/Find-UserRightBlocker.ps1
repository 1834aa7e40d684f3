# Says why a user right cannot be granted or taken away here: it is denied, or a policy sets it otherwise; else nothing.
function Find-UserRightBlocker {
    param(
        #remedyc:only UserRight.Excludes
        [string[]] $Excludes = @(),
        #remedyc:end
        [Parameter(Mandatory)] [string] $Right,
        [string[]] $Includes = @()
    )
    if (Find-UserRightDenial -Right $Right -Includes $Includes) { return 'the denial supersedes the right, take it away there' }
    $policy = Find-UserRightPolicy -Right $Right
    if ($null -eq $policy.Name) { return }
    $advice = @(
        foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $policy.Holders)) { "add $(Format-Account -Sid $sid)" } }
        #remedyc:only UserRight.Excludes
        foreach ($sid in $Excludes) { if ($policy.Holders -contains $sid) { "take $(Format-Account -Sid $sid) away" } }
        #remedyc:end
    )
    if ($advice.Count -gt 0) { "it is set by $($policy.Owner); $($advice -join ' and ') there" }
}
