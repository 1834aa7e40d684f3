# The reason where a drive has no recovery password.
function Test-BitlockerVolumeRecoveryPassword([string] $Drive, [string] $RecoveryPassword) {
    if ((Read-BitlockerVolumeRecoveryPassword $Drive) -ne $RecoveryPassword) { "drive $Drive has no recovery password of BitLocker" }
}
