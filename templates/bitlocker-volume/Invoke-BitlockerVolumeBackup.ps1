# Backs the recovery passwords of a drive up to Microsoft Entra ID or Active Directory.
## "BackupRecoveryInformationToActiveDirectory method" (Microsoft Learn): 1 where Group Policy does not have it keep them.
function Invoke-BitlockerVolumeBackup([string] $Drive, [string] $To) {
    $ids = @(Find-KeyProtector $Drive 3)
    if ($ids.Count -eq 0) { throw "drive $Drive has no recovery password that could be backed up" }
    $place, $method = @{ entra = 'Microsoft Entra ID', 'CloudDomain'; active_directory = 'Active Directory', 'ActiveDirectory' }[$To]
    Add-Journal 'Lost' "recovery passwords of drive $Drive were backed up to $place"
    foreach ($id in $ids) {
        $code = (Invoke-EncryptableVolume $Drive "BackupRecoveryInformationTo$method" @{ VolumeKeyProtectorID = $id }).ReturnValue
        if ($code -eq 1) { throw "Group Policy does not let recovery passwords of drive $Drive be backed up to $place" }
        if ($code -ne 0) { throw "recovery password $id of drive $Drive was not backed up to $place (is this computer joined, and does it answer?): BitLocker returned $('0x{0:X8}' -f $code)" }
    }
}
