# How full each battery is, in percent; -1 of one that does not say.
function Get-BatteryCharge {
    #remedyc:every-host
    Get-CimInstance -ClassName Win32_Battery -Property EstimatedChargeRemaining -OperationTimeoutSec 20 | ForEach-Object { if ($null -eq $_.EstimatedChargeRemaining) { -1 } else { [int]$_.EstimatedChargeRemaining } }
}
