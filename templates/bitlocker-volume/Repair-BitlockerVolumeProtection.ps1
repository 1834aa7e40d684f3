# Resumes the protection of a drive.
function Repair-BitlockerVolumeProtection([string] $Drive, [string] $Protection) {
    if ((Read-BitlockerVolumeProtection $Drive) -eq $Protection) { return }
    Add-Journal 'Lost' "BitLocker's protection of drive $Drive was resumed"
    $null = Get-VolumeAnswer $Drive 'EnableKeyProtectors'
}
