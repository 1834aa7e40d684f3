# The ids of a drive's key protectors of a type; 0 stands for all, 3 for recovery passwords.
## "GetKeyProtectors method" (Microsoft Learn). 0x80310008 (2150694920) is FVE_E_NOT_ACTIVATED: BitLocker is not enabled on it.
function Find-KeyProtector([string] $Drive, [uint32] $Type) {
    $values = @{ KeyProtectorType = $Type }
    $answer = Invoke-EncryptableVolume $Drive 'GetKeyProtectors' $values
    if ($null -ne $answer -and $answer.ReturnValue -eq 2150694920) { return }
    foreach ($id in (Get-VolumeAnswer $Drive 'GetKeyProtectors' $values).VolumeKeyProtectorID) { $id }
}
