# The day of the scheduled scan.
function Read-DefenderScanDay { Read-DefenderSetting 'ScanDay' }
