# How much is blocked on the word of the cloud service.
function Read-DefenderCloudBlockLevel { Read-DefenderSetting 'CloudBlockLevel' }
