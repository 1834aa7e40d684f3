# Updates the signatures of Microsoft Defender Antivirus from the sources that are set up.
function Invoke-DefenderUpdate([timespan] $Timeout = [timespan]'00:15:00') {
    $null = Read-DefenderStatus 'AMRunningMode'
    Add-Journal 'Lost' 'the signatures of Microsoft Defender Antivirus were updated'
    try { Invoke-DefenderMethod 'MSFT_MpSignature' 'Update' @{} $Timeout } catch { throw "the update of Microsoft Defender Antivirus: $(Get-FailureText $_)" }
}
