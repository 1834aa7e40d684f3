# Tests a user right: gives nothing where every account of Includes has it effectively (by its own SID or a group of every service), else the reason.
#remedyc:only UserRight.Excludes
# None of Excludes holds it directly.
#remedyc:end
function Test-UserRight {
    param(
        #remedyc:only UserRight.Excludes
        [string[]] $Excludes = @(),
        #remedyc:end
        [Parameter(Mandatory)] [string] $Right,
        [string[]] $Includes = @()
    )
    $denial = Find-UserRightDenial -Right $Right -Includes $Includes
    if ($denial) { return $denial }
    $holders = @(Get-UserRightHolder -Right $Right)
    $deviations = @(
        foreach ($sid in $Includes) { if (-not (Test-UserRightHeld -Sid $sid -Holders $holders)) { "$Right lacks $sid" } }
        #remedyc:only UserRight.Excludes
        foreach ($sid in $Excludes) { if ($holders -contains $sid) { "$Right is held by $sid" } }
        #remedyc:end
    )
    if ($deviations.Count -eq 0) { return }
    $remark = if (Test-DomainController) { ' (this is a domain controller, whose user rights belong to the Default Domain Controllers Policy)' } else { '' }
    ($deviations -join ' and ') + $remark
}
