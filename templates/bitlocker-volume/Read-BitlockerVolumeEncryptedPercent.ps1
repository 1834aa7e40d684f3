# How much of a drive is encrypted, in percent.
function Read-BitlockerVolumeEncryptedPercent([string] $Drive) { [long](Get-VolumeAnswer $Drive 'GetConversionStatus').EncryptionPercentage }
