# Gives the SID of a service's logon account; $null for a driver, or when no account has that name.
## The service control manager knows three accounts by English names on a Windows of every language (documentation of ChangeServiceConfig).
function ConvertTo-ServiceAccount([pscustomobject] $Configuration) {
    # 0x30: no driver, whose account is the name of a driver object
    if (($Configuration.Type -band 0x30) -eq 0) { return }
    $known = @{ '' = 'S-1-5-18'; 'LocalSystem' = 'S-1-5-18'; '.\LocalSystem' = 'S-1-5-18'; 'NT AUTHORITY\SYSTEM' = 'S-1-5-18'; 'NT AUTHORITY\LocalService' = 'S-1-5-19'; 'NT AUTHORITY\NetworkService' = 'S-1-5-20' }
    $name = [string]$Configuration.Account
    if ($known.ContainsKey($name)) { $known[$name] } else { Get-AccountSid $name }
}
