# Whether a drive is protected: on, suspended or off.
## "GetProtectionStatus method" (Microsoft Learn): 0 off, 1 on, 2 unknown, as of a drive that is locked.
function Read-BitlockerVolumeProtection([string] $Drive) {
    $status = (Get-VolumeAnswer $Drive 'GetProtectionStatus').ProtectionStatus
    if ($status -eq 1) { 'on' } elseif ((Read-BitlockerVolumeConversion $Drive) -ne 'encrypted') { 'off' } elseif ($status -eq 0) { 'suspended' }
    else { throw "BitLocker does not say whether drive $Drive is protected" }
}
