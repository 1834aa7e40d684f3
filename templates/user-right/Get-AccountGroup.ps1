# Gives the SIDs through which an account can hold or be denied a logon right: its own, and what every service's token has: ALL SERVICES, SERVICE,
# Authenticated Users, Everyone. Other groups of an ordinary account are not looked up: a right that it holds through one of them counts as missing.
function Get-AccountGroup([string] $Sid) {
    $Sid
    if ($Sid -match '^S-1-5-80-') { 'S-1-5-80-0', 'S-1-5-6', 'S-1-5-11', 'S-1-1-0' }
}
