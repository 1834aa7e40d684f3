# How a drive is encrypted; nothing where it is not.
## "GetEncryptionMethod method" (Microsoft Learn).
function Read-BitlockerVolumeMethod([string] $Drive) {
    $method = (Get-VolumeAnswer $Drive 'GetEncryptionMethod').EncryptionMethod
    if ($method -eq 0) { return }
    $word = @('', 'aes_128_diffuser', 'aes_256_diffuser', 'aes_128', 'aes_256', 'hardware', 'xts_aes_128', 'xts_aes_256')
    if ($method -lt $word.Count) { $word[$method] } else { 'unknown' }
}
