# The drives with a letter that BitLocker can encrypt: Drive, Type (0 of Windows, 1 fixed, 2 removable). None where this Windows has no BitLocker.
## Not there: namespace 0x8004100E, class 0x80041010 ("WMI Error Constants"). VolumeType: github.com/microsoft/wmi, which is generated from the class; Microsoft Learn does not list it.
function Find-EncryptableVolume {
    #remedyc:every-host
    try { $volumes = @(Get-CimInstance -Namespace 'root\cimv2\Security\MicrosoftVolumeEncryption' -ClassName Win32_EncryptableVolume -OperationTimeoutSec 60) }
    catch {
        if ($_.FullyQualifiedErrorId -match '^HRESULT 0x80041(00e|010)') { return }
        throw
    }
    foreach ($one in $volumes) { if ($one.DriveLetter) { [pscustomobject]@{ Drive = [string]$one.DriveLetter; Type = [int]$one.VolumeType } } }
}
