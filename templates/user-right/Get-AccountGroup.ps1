# The SIDs through which an account has a logon right: its own, and those of a service's token.
## The SIDs through which an account holds or is denied a logon right: its own, and ALL SERVICES, SERVICE, Authenticated Users, Everyone of a service's token.
## Other groups of an ordinary account are not looked up: a right that it holds through one of them counts as missing.
function Get-AccountGroup([string] $Sid) {
    $Sid
    if ($Sid -match '^S-1-5-80-') { 'S-1-5-80-0', 'S-1-5-6', 'S-1-5-11', 'S-1-1-0' }
}
