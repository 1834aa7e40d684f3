# Stands in for Get-WlanProfileText on the simulated machine.
function Get-SimulatedWlanProfileText([byte[]] $Interface, [string] $Name) {
    Enter-Effect -Name 'Get-WlanProfileText'
    $row = $global:Windows.wifi[$Name]
    if ($null -eq $row) { return }
    $mode = if ($row.connectionMode) { "<connectionMode>$($row.connectionMode)</connectionMode>" }
    $security = if ($row.authentication) { "<MSM><security><authEncryption><authentication>$([Security.SecurityElement]::Escape($row.authentication))</authentication></authEncryption></security></MSM>" }
    "<?xml version=`"1.0`"?><WLANProfile xmlns=`"http://www.microsoft.com/networking/WLAN/profile/v1`"><name>x</name>$mode$security</WLANProfile>"
}
