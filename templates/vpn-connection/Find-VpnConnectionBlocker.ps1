# Why a VPN connection cannot be made or set, or nothing.
function Find-VpnConnectionBlocker([string] $Name, [string] $ServerAddress = '') {
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
    $one = Find-VpnConnection $Name
    if ($null -eq $one) { if ($ServerAddress -eq '') { 'the remedy names no server_address for it' } }
    elseif ($one.ProfileType -ne 'Inbox') { 'it is one of an app, change it there' }
}
