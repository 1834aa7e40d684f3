# Asks the Configuration Manager client whether it waits for a restart: $true or $false.
## Throws when it does not answer within 20 seconds.
## A method call supports -WhatIf and -Confirm; this one only reads, so the script's own must not reach it.
function Get-ConfigMgrRestart {
    #remedyc:every-host
    $answer = Invoke-CimMethod -Namespace 'root\ccm\ClientSDK' -ClassName CCM_ClientUtilities -MethodName DetermineIfRebootPending -OperationTimeoutSec 20 -WhatIf:$false -Confirm:$false
    if ($answer.ReturnValue -ne 0) { throw "DetermineIfRebootPending returned $($answer.ReturnValue)" }
    [bool]$answer.RebootPending -or [bool]$answer.IsHardRebootPending
}
