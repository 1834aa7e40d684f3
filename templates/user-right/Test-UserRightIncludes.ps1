# The reason where an account lacks a right, or is denied it.
## The reason where an account lacks a right, by its own SID and by a group of every service, or is denied it.
function Test-UserRightIncludes([string] $Right, [string[]] $Includes) {
    $denial = Find-UserRightDenial $Right $Includes
    if ($denial) { return $denial }
    $holders = @(Get-UserRightHolder $Right)
    $why = @(foreach ($sid in $Includes) { if (-not (Test-UserRightHeld $sid $holders)) { "$Right lacks $sid" } }) -join ' and '
    if ($why -eq '') { return }
    $domain = if ((Read-SystemValue 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType') -eq 'LanmanNT') { ' (this is a domain controller, whose user rights belong to the Default Domain Controllers Policy)' }
    "$why$domain"
}
