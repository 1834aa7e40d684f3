# Why a VPN connection cannot be deleted, or nothing.
function Find-VpnConnectionAbsenceBlocker([string] $Name) {
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
    foreach ($one in Find-VpnConnection $Name) {
        if ($one.ProfileType -ne 'Inbox') { 'it is one of an app, delete it there' }
        elseif ($one.Connected) { 'somebody is connected by it' }
    }
}
