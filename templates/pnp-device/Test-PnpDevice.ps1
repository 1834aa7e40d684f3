# The reason where a device is not enabled and should be, or the reverse.
function Test-PnpDevice([string] $InstanceId, [scriptblock] $Where, [pscustomobject] $Entry, [bool] $Enabled) {
    $device = Find-PnpDevice $InstanceId $Where $Entry
    if ($null -eq $device) { "there is no such device$(if ($InstanceId) { ": $(ConvertTo-Line $InstanceId)" })" }
    elseif ($device.Enabled -ne $Enabled) { "$(Format-PnpDevice $device) is $(if ($Enabled) { 'disabled' } else { 'enabled' })" }
}
