# A property of MSFT_MpComputerStatus.
## Throws where Microsoft Defender Antivirus is missing or does not run.
function Read-DefenderStatus([string] $Name) {
    $status = Get-DefenderInstance 'MSFT_MpComputerStatus'
    if ($null -eq $status -or $status.Count -eq 0 -or $status['AMRunningMode'] -eq 'Not running') { throw 'Microsoft Defender Antivirus is missing or does not run' }
    $status[$Name]
}
