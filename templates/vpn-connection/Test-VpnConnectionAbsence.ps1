# The reason where all users have a VPN connection.
function Test-VpnConnectionAbsence([string] $Name) { if ($null -ne (Find-VpnConnection $Name)) { "VPN connection $(Format-Name $Name) is there, it should be absent" } }
