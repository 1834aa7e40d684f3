# What is reported to the cloud service.
function Read-DefenderCloudProtection { Read-DefenderSetting 'CloudProtection' }
