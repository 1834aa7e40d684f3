# Gives the SIDs through which an account can hold or be denied a logon right: its own, and the groups that every logon of its kind has.
# A service's token holds NT SERVICE\ALL SERVICES (S-1-5-80-0), SERVICE (S-1-5-6), Authenticated Users and Everyone. LsaEnumerateAccountRights knows
# direct grants only. Other groups of an ordinary account are not looked up: a right that it holds through one of them counts as missing.
function Get-AccountGroup {
    param([Parameter(Mandatory)] [string] $Sid)
    $Sid
    if ($Sid -match '^S-1-5-80-') {
        # the group itself: what every service has, but the right must be its own
        if ($Sid -ne 'S-1-5-80-0') { 'S-1-5-80-0' }
        'S-1-5-6'
        'S-1-5-11'
        'S-1-1-0'
    }
}
