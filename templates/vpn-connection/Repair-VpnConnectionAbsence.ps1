# Deletes a VPN connection that all users have.
function Repair-VpnConnectionAbsence([Parameter(Mandatory)] [string] $Name) {
    foreach ($one in Find-VpnConnection $Name) {
        Add-Journal 'Lost' "VPN connection $(Format-Name $Name) was deleted"
        Invoke-VpnMethod 'Remove' $one.Name @{ }
    }
}
