# 'there' where all users have a VPN connection, else ''. At: its name.
function Get-VpnConnectionState([string[]] $At) { if ($null -ne (Find-VpnConnection $At[0])) { 'there' } else { '' } }
