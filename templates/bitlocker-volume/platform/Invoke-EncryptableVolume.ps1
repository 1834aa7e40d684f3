# What a method of BitLocker answers for a drive: ReturnValue and what else it gives, by name. Nothing where the drive is none that it can encrypt, or this Windows has no BitLocker.
## Microsoft Learn, "Win32_EncryptableVolume class" and the pages of its methods. BackupRecoveryInformationToCloudDomain has none: it is what BackupToAAD-BitLockerKeyProtector
## (learn.microsoft.com/powershell/module/bitlocker) calls in Windows' own BitLocker.psm1, and github.com/microsoft/wmi, which is generated from the class, has it with one text VolumeKeyProtectorID.
function Invoke-EncryptableVolume([ValidatePattern('^[A-Za-z]:$')] [string] $Drive, [string] $Method, [hashtable] $Values) {
    #remedyc:every-host
    try { $volume = Get-CimInstance -Namespace 'root\cimv2\Security\MicrosoftVolumeEncryption' -ClassName Win32_EncryptableVolume -Filter "DriveLetter = '$Drive'" -OperationTimeoutSec 60 }
    catch {
        if ($_.FullyQualifiedErrorId -match '^HRESULT 0x80041(00e|010)') { return }
        throw
    }
    if ($null -ne $volume) { Invoke-CimMethod -InputObject $volume -MethodName $Method -Arguments $Values -OperationTimeoutSec 120 -WhatIf:$false -Confirm:$false }
}
