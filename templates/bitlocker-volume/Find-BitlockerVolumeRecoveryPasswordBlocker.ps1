# Why a drive cannot get a recovery password, or nothing.
## "BitLocker CSP" (Microsoft Learn), SystemDrivesRecoveryOptions and FixedDrivesRecoveryOptions: OSRecovery, FDVRecovery; 0 of the recovery password's usage disallows it. RDV: removable drives.
function Find-BitlockerVolumeRecoveryPasswordBlocker([string] $Drive, [string] $RecoveryPassword) {
    if ((Read-BitlockerVolumeRecoveryPassword $Drive) -eq $RecoveryPassword) { return }
    if ((Read-BitlockerVolumeConversion $Drive) -eq 'decrypted') { return 'it is not encrypted' }
    $sort = @{ operating_system = 'OS'; fixed = 'FDV'; removable = 'RDV' }[(Read-BitlockerVolumeType $Drive)]
    $key = 'SOFTWARE\Policies\Microsoft\FVE'
    if ((Read-SystemValue $key "${sort}Recovery") -eq 1 -and (Read-SystemValue $key "${sort}RecoveryPassword") -eq 0) { "Group Policy or Intune allows none (HKLM\$key, ${sort}RecoveryPassword), change it there" }
}
