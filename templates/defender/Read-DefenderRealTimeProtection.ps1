# Whether real-time protection is set to be on.
function Read-DefenderRealTimeProtection { Read-DefenderSetting 'RealTimeProtection' }
