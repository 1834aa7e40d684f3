# Tells whether an account has a right that these SIDs hold: by its own SID or a group of every service. ALL SERVICES itself must be held by name.
function Test-UserRightHeld {
    param([Parameter(Mandatory)] [string] $Sid, [Parameter(Mandatory)] [AllowEmptyCollection()] [AllowEmptyString()] [string[]] $Holders)
    if ($Sid -eq 'S-1-5-80-0') { return $Holders -contains $Sid }
    foreach ($group in @(Get-AccountGroup -Sid $Sid)) { if ($Holders -contains $group) { return $true } }
    $false
}
