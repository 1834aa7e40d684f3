# Whether all users have a VPN connection.
function Read-VpnConnectionExists([string] $Name) { $null -ne (Find-VpnConnection $Name) }
