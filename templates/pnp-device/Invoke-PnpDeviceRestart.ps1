# Stops a device and starts it again.
function Invoke-PnpDeviceRestart([string] $InstanceId, [scriptblock] $Where, [pscustomobject] $Entry, [timespan] $Timeout = [timespan]'00:02:00') {
    $device = Find-PnpDevice $InstanceId $Where $Entry
    if ($null -eq $device) { throw "there is no such device$(if ($InstanceId) { ": $(ConvertTo-Line $InstanceId)" })" }
    $name = Format-PnpDevice $device
    if (-not $device.Enabled) { throw "$name is disabled, so that it cannot be restarted" }
    if ((Read-OsBuild) -lt 19041) { throw "$name cannot be restarted by the pnputil.exe of this Windows (build $(Read-OsBuild)), only from 19041 on" }
    Add-Journal 'Lost' "$name was restarted"
    $code = Invoke-PnpRestart $device.InstanceId $Timeout
    if ($code -in 3010, 1641) { NeedsRestart "$name was restarted" }
    elseif ($code -eq 1460) { throw "pnputil.exe did not restart $name within $(Format-Duration $Timeout)" }
    elseif ($code -ne 0) { throw "$name could not be restarted: pnputil.exe returned $(if ($code -lt 0) { '0x{0:X8}' -f $code } else { $code })" }
}
