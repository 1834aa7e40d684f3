# Asks the Configuration Manager client whether it waits for a restart: $true or $false; throws when it does not answer within 20 seconds.
function Get-ConfigMgrRestart {
    $answer = Invoke-CimMethod -Namespace 'root\ccm\ClientSDK' -ClassName CCM_ClientUtilities -MethodName DetermineIfRebootPending -OperationTimeoutSec 20
    if ($answer.ReturnValue -ne 0) { throw "DetermineIfRebootPending returned $($answer.ReturnValue)" }
    [bool]$answer.RebootPending -or [bool]$answer.IsHardRebootPending
}
