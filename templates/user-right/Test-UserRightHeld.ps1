# Whether an account has a right that these SIDs hold: itself, or a group of every service.
## ALL SERVICES must be named itself.
function Test-UserRightHeld([string] $Sid, [string[]] $Holders) {
    if ($Sid -eq 'S-1-5-80-0') { return $Holders -contains $Sid }
    foreach ($group in Get-AccountGroup $Sid) { if ($Holders -contains $group) { return $true } }
    $false
}
