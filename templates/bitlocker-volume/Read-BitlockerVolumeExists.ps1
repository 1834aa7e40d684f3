# Whether a drive is one that BitLocker can encrypt.
function Read-BitlockerVolumeExists([string] $Drive) { @(Find-EncryptableVolume | Where-Object { $_.Drive -eq $Drive }).Count -gt 0 }
