# Enables or disables a device.
function Repair-PnpDevice([string] $InstanceId, [scriptblock] $Where, [pscustomobject] $Entry, [bool] $Enabled) {
    $device = Find-PnpDevice $InstanceId $Where $Entry
    if ($null -eq $device) { throw 'there is no such device' }
    if ($device.Enabled -eq $Enabled) { return }
    $name = Format-PnpDevice $device
    $done = if ($Enabled) { 'enabled' } else { 'disabled' }
    Add-Journal 'PnpDevice' $device.InstanceId "$(-not $Enabled)" "$Enabled"
    try { $restart = Switch-PnpEntity $device.InstanceId $Enabled } catch { throw "$name could not be ${done}: $(Get-FailureText $_)" }
    if ($restart) { NeedsRestart "$name was $done" }
}
