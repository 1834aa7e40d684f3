# Gives 'True' or 'False' as a device is enabled or not, 'absent' where there is none.
function Get-PnpDeviceState([string[]] $At) {
    $device = Find-PnpDevice $At[0]
    if ($null -eq $device) { 'absent' } else { "$($device.Enabled)" }
}
