# Adds a recovery password to a drive that has none: Windows makes one, and nobody reads it.
function Repair-BitlockerVolumeRecoveryPassword([string] $Drive, [string] $RecoveryPassword) {
    if ((Read-BitlockerVolumeRecoveryPassword $Drive) -eq $RecoveryPassword) { return }
    Add-Journal 'Lost' "drive $Drive got a recovery password of BitLocker"
    $null = Get-VolumeAnswer $Drive 'ProtectKeyWithNumericalPassword'
}
