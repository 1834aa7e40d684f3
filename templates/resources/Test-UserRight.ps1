# Verdict on a user right: every account of Includes has it effectively (by its own SID or a group of every service).
#remedyc:only UserRight.Excludes
# None of Excludes holds it directly.
#remedyc:end
# The deny right supersedes (SeDenyServiceLogonRight for SeServiceLogonRight): a denied account is blocked, and so is a right that a policy sets otherwise.
function Test-UserRight {
    param(
        #remedyc:only UserRight.Excludes
        [string[]] $Excludes = @(),
        #remedyc:end
        [Parameter(Mandatory)] [string] $Right,
        [string[]] $Includes = @()
    )
    $holders = @(Get-UserRightHolder -Right $Right)
    $denied = @()
    $denyRight = ''
    # only the five logon rights have a twin that denies
    if ($Includes.Count -gt 0 -and $Right -match '^Se(Service|Batch|Interactive|Network|RemoteInteractive)LogonRight$') {
        $denyRight = 'SeDeny' + $Right.Substring(2)
        $denied = @(Get-UserRightHolder -Right $denyRight)
    }
    $deviations = @()
    $advice = @()
    foreach ($sid in $Includes) {
        foreach ($deny in @(Get-AccountGroup -Sid $sid)) {
            if ($denied -contains $deny) {
                return Blocked "$denyRight denies $sid the right $Right (it lists $(Format-Account -Sid $deny)); the denial supersedes the right, take it away there"
            }
        }
        if (-not (Test-UserRightHeld -Sid $sid -Holders $holders)) { $deviations += "$Right lacks $sid" }
    }
    #remedyc:only UserRight.Excludes
    foreach ($sid in $Excludes) { if ($holders -contains $sid) { $deviations += "$Right is held by $sid" } }
    #remedyc:end
    if ($deviations.Count -eq 0) { return Holds }

    $policy = Find-UserRightPolicy -Right $Right
    if ($null -ne $policy.Name) {
        foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $policy.Holders)) { $advice += "add $(Format-Account -Sid $sid)" } }
        #remedyc:only UserRight.Excludes
        foreach ($sid in $Excludes) { if ($policy.Holders -contains $sid) { $advice += "take $(Format-Account -Sid $sid) away" } }
        #remedyc:end
    }
    $why = $deviations -join ' and '
    $controller = Test-DomainController
    if ($advice.Count -gt 0) {
        $remark = if ($controller) { ' (this is a domain controller, whose user rights belong to the Default Domain Controllers Policy)' } else { '' }
        return Blocked "${why}: set by $($policy.Owner); $($advice -join ' and ') there$remark"
    }
    if ($controller -and -not $policy.Known) { $why += '; this is a domain controller, whose Default Domain Controllers Policy may take a local change back' }
    Deviates $why
}
