# The time of day of the scheduled scan.
function Read-DefenderScanTime { Read-DefenderSetting 'ScanTime' }
