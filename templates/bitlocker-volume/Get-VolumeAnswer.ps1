# What a method of BitLocker answers for a drive; throws where it gives none or says that it failed.
## 0x80310000 (2150694912) is FVE_E_LOCKED_VOLUME.
function Get-VolumeAnswer([string] $Drive, [string] $Method, [hashtable] $Values = @{}) {
    $answer = Invoke-EncryptableVolume $Drive $Method $Values
    if ($null -eq $answer) { throw "$Drive is no drive that BitLocker can encrypt, or this Windows has no BitLocker" }
    if ($answer.ReturnValue -eq 2150694912) { throw "drive $Drive is locked, so that BitLocker does not say how it is" }
    if ($answer.ReturnValue -ne 0) { throw "BitLocker's $Method of drive $Drive returned $('0x{0:X8}' -f $answer.ReturnValue)" }
    $answer
}
