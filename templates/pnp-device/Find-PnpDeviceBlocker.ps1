# Why a device cannot be enabled or disabled, or nothing.
function Find-PnpDeviceBlocker([string] $InstanceId, [scriptblock] $Where, [pscustomobject] $Entry) {
    if ($null -eq (Find-PnpDevice $InstanceId $Where $Entry)) { 'it is not connected, or has another instance id' }
}
