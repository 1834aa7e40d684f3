# How far the encryption of a drive is.
## "GetConversionStatus method" (Microsoft Learn).
function Read-BitlockerVolumeConversion([string] $Drive) {
    @('decrypted', 'encrypted', 'encrypting', 'decrypting', 'encryption_paused', 'decryption_paused')[(Get-VolumeAnswer $Drive 'GetConversionStatus').ConversionStatus]
}
