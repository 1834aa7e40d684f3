# Stands in for Invoke-EncryptableVolume on the simulated machine.
function Invoke-SimulatedEncryptableVolume([ValidatePattern('^[A-Za-z]:$')] [string] $Drive, [string] $Method, [hashtable] $Values) {
    $changes = $Method -notlike 'Get*'
    Enter-Effect -Name 'Invoke-EncryptableVolume' -Text "$Drive $Method" -Change:$changes
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access denied') }
    $volume = $global:Windows.bitlocker[$Drive]
    if ($null -eq $volume) { return }
    $answer = @{ ReturnValue = [uint32]0 }
    $locked = [uint32]2150694912
    switch ($Method) {
        'GetLockStatus' { $answer.LockStatus = [uint32]$volume.locked }
        'GetProtectionStatus' { $answer.ProtectionStatus = [uint32]$(if ($volume.locked) { 2 } elseif ($volume.enabled -and $volume.conversion -eq 1) { 1 } else { 0 }) }
        'GetConversionStatus' {
            if ($volume.locked) { $answer.ReturnValue = $locked }
            $answer.ConversionStatus = [uint32]$volume.conversion
            $answer.EncryptionPercentage = [uint32]$volume.percent
        }
        'GetEncryptionMethod' { $answer.EncryptionMethod = [uint32]$volume.method }
        'GetSuspendCount' {
            # ERROR_NOT_SUPPORTED
            if ($volume.type -ne 0 -or $volume.enabled) { $answer.ReturnValue = [uint32]2147942450 }
            $answer.SuspendCount = [uint32]$volume.restarts
        }
        'GetKeyProtectors' {
            $answer.VolumeKeyProtectorID = [string[]]@($volume.protectors.PSBase.Keys | Where-Object { $Values.KeyProtectorType -in 0, $volume.protectors[$_] })
            # FVE_E_NOT_ACTIVATED
            if ($volume.conversion -eq 0) { $answer.ReturnValue = [uint32]2150694920 }
        }
        'EnableKeyProtectors' {
            # FVE_E_SECURE_KEY_REQUIRED
            if ($volume.protectors.PSBase.Count -eq 0) { $answer.ReturnValue = [uint32]2150694919 }
            else {
                $volume.enabled = $true
                $volume.restarts = 0
                Add-Story "the protection of drive $Drive is resumed"
            }
        }
        'ProtectKeyWithNumericalPassword' {
            if ($volume.locked) { $answer.ReturnValue = $locked }
            else {
                $answer.VolumeKeyProtectorID = "{4C1B4B1E-0000-4000-8000-0000000001$('{0:D2}' -f $volume.protectors.PSBase.Count)}"
                $volume.protectors[$answer.VolumeKeyProtectorID] = 3
                Add-Story "drive $Drive gets a recovery password"
            }
        }
        { $_ -like 'BackupRecoveryInformationTo*' } {
            $to = $Method.Substring('BackupRecoveryInformationTo'.Length)
            Step-Clock -Milliseconds 2000
            if ($volume.backups -eq 'fail') { $answer.ReturnValue = [uint32]2147954407 }
            elseif ($volume.backups -eq 'not_allowed' -and $to -eq 'ActiveDirectory') { $answer.ReturnValue = [uint32]1 }
            else {
                $volume.kept[$Values.VolumeKeyProtectorID] = $to
                Add-Story "the recovery password of drive $Drive is kept in $to"
            }
        }
        default { throw 'Invalid method' }
    }
    [pscustomobject]$answer
}
