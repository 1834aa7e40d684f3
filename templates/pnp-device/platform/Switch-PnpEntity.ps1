# Enables or disables a device; gives whether that counts after a restart of Windows only.
## "Enable method", "Disable method of the Win32_PnPEntity class" (Microsoft Learn): Windows 10, Windows Server 2016.
function Switch-PnpEntity([string] $InstanceId, [bool] $Enabled) {
    #remedyc:every-host
    $device = Get-CimInstance -ClassName Win32_PnPEntity -Filter "PNPDeviceID = '$($InstanceId -replace "(['\\])", '\$1')'" -OperationTimeoutSec 120
    if ($null -eq $device) { throw 'it is not connected any more' }
    $answer = Invoke-CimMethod -InputObject $device -MethodName $(if ($Enabled) { 'Enable' } else { 'Disable' }) -OperationTimeoutSec 120 -WhatIf:$false -Confirm:$false
    if ($answer.ReturnValue -ne 0) { throw "Win32_PnPEntity returned $($answer.ReturnValue)" }
    [bool]$answer.RebootNeeded
}
