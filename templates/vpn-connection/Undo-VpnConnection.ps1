# Deletes a VPN connection that the fix made.
function Undo-VpnConnection([string[]] $At, [string] $Was) {
    if ($Was) { return 'it is not known what it was' }
    Invoke-VpnMethod 'Remove' (Find-VpnConnection $At[0]).Name @{ }
}
