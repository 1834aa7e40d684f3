# Gives the name under which the service control manager takes an account; throws without one.
## Gives the name under which the service control manager takes an account that is known by its SID; throws when no account has it.
function ConvertFrom-ServiceAccount([string] $Name, [string] $Sid) {
    if ($Sid -eq 'S-1-5-18') { return 'LocalSystem' }
    if ($Sid -eq 'S-1-5-19') { return 'NT AUTHORITY\LocalService' }
    if ($Sid -eq 'S-1-5-20') { return 'NT AUTHORITY\NetworkService' }
    # the only virtual account that a service may have is its own
    if ($Sid -match '^S-1-5-80-[1-9]') { return "NT SERVICE\$Name" }
    $account = Get-AccountName -Sid $Sid
    if ($null -eq $account) { throw "service $Name cannot log on as ${Sid}: this device knows no such account" }
    $account
}
