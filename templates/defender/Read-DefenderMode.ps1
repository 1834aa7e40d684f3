# The mode in which Microsoft Defender Antivirus runs, as remedies call it.
## AMRunningMode: Normal, Passive Mode, SxS Passive Mode, EDR Block Mode, Not running. Microsoft Learn, "Microsoft Defender Antivirus compatibility with other security products".
function Read-DefenderMode {
    $status = Get-DefenderInstance 'MSFT_MpComputerStatus'
    if ($null -eq $status) { return 'missing' }
    if ($status.Count -eq 0) { return 'not_running' }
    $mode = ("$($status['AMRunningMode'])" -replace ' mode$' -replace ' ', '_').ToLowerInvariant()
    if ($mode -in 'normal', 'passive', 'sxs_passive', 'edr_block', 'not_running') { $mode } else { 'other' }
}
