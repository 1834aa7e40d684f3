# The names of the VPN connections that all users have.
function Select-VpnConnection { foreach ($one in Find-VpnProfile) { $one.Name } }
