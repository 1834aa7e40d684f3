# Lets Microsoft Defender Antivirus scan the machine, and waits for the end.
## ScanType 1 is quick, 2 full: Microsoft Learn, "Start method of the MSFT_MpScan class".
function Invoke-DefenderScan([string] $Type = 'quick', [timespan] $Timeout = [timespan]'01:00:00') {
    $null = Read-DefenderStatus 'AMRunningMode'
    Add-Journal 'Lost' 'a scan of Microsoft Defender Antivirus was started'
    $number = [byte](1 + ($Type -eq 'full'))
    try { Invoke-DefenderMethod 'MSFT_MpScan' 'Start' @{ ScanType = $number } $Timeout } catch { throw "the $Type scan of Microsoft Defender Antivirus: $(Get-FailureText $_)" }
}
