# Gives the SID of a service's logon account; $null for a driver, or when no account has that name.
# The service control manager knows three accounts by English names on a Windows of every language (documentation of ChangeServiceConfig).
function ConvertTo-ServiceAccount([pscustomobject] $Configuration) {
    # SERVICE_WIN32: own or shared process; what else there is are drivers, whose account is the name of a driver object
    if (($Configuration.Type -band 0x30) -eq 0) { return $null }
    switch ([string]$Configuration.Account) {
        { $_ -in '', 'LocalSystem', '.\LocalSystem', 'NT AUTHORITY\SYSTEM' } { return 'S-1-5-18' }
        'NT AUTHORITY\LocalService' { return 'S-1-5-19' }
        'NT AUTHORITY\NetworkService' { return 'S-1-5-20' }
    }
    Get-AccountSid -Name ($Configuration.Account -replace '^\.\\', '')
}
