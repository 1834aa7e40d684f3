# The TPM of this computer: Version (of its specification), Enabled, Ready; nothing where there is none.
## "Win32_Tpm class", "IsReady method" (Microsoft Learn).
function Get-TpmState {
    #remedyc:every-host
    $tpm = Get-CimInstance -Namespace 'root\cimv2\Security\MicrosoftTpm' -ClassName Win32_Tpm -OperationTimeoutSec 30
    if ($null -eq $tpm) { return }
    $answer = Invoke-CimMethod -InputObject $tpm -MethodName IsReady -OperationTimeoutSec 30 -WhatIf:$false -Confirm:$false
    if ($answer.ReturnValue -ne 0) { throw "the TPM does not say whether it is ready: Win32_Tpm.IsReady returned $('0x{0:X8}' -f $answer.ReturnValue)" }
    [pscustomobject]@{ Version = [string]$tpm.SpecVersion; Enabled = [bool]$tpm.IsEnabled_InitialValue; Ready = [bool]$answer.IsReady }
}
