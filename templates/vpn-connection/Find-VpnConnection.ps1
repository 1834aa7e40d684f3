# A VPN connection that all users have, by its name; nothing where there is none.
function Find-VpnConnection([string] $Name) { foreach ($one in Find-VpnProfile) { if (Test-Text $one.Name $Name -IgnoreCase) { return $one } } }
