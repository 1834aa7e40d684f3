# A setting of a VPN connection as a text. At: its name, the setting.
function Get-VpnConnectionSettingState([string[]] $At) {
    $one = Find-VpnConnection $At[0]
    if ($null -ne $one) { "$($one.($At[1]))" }
}
