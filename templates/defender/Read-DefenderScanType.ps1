# What the scheduled scan looks at.
function Read-DefenderScanType { Read-DefenderSetting 'ScanType' }
