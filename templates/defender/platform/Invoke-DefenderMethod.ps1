# Calls a method of a class of Microsoft Defender Antivirus; throws what it answers other than 0.
function Invoke-DefenderMethod([string] $Class, [string] $Method, [hashtable] $Values, [timespan] $Timeout) {
    #remedyc:every-host
    $answer = Invoke-CimMethod -Namespace 'root\Microsoft\Windows\Defender' -ClassName $Class -MethodName $Method -Arguments $Values -OperationTimeoutSec $Timeout.TotalSeconds -WhatIf:$false -Confirm:$false
    if ($answer.ReturnValue -ne 0) { throw "$Class.$Method returned $($answer.ReturnValue)" }
}
