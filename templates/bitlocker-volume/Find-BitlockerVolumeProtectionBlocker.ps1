# Why the protection of a drive cannot be resumed, or nothing.
## "GetSuspendCount method" (Microsoft Learn): restarts until it is resumed by itself; of the drive of Windows alone.
function Find-BitlockerVolumeProtectionBlocker([string] $Drive, [string] $Protection) {
    if ((Read-BitlockerVolumeProtection $Drive) -eq $Protection) { return }
    $conversion = Read-BitlockerVolumeConversion $Drive
    if ($conversion -ne 'encrypted') { return "it is $($conversion.Replace('_', ' ')), and encrypting it is for a policy or a person to start" }
    if (@(Find-KeyProtector $Drive 0).Count -eq 0) { return 'it has no key protector, BitLocker waits to be activated by a policy or a person' }
    $suspended = Invoke-EncryptableVolume $Drive 'GetSuspendCount' @{}
    if ($suspended.ReturnValue -eq 0 -and $suspended.SuspendCount -gt 0) { "it is suspended until Windows has restarted (times left: $($suspended.SuspendCount)), as updates of firmware ask for" }
}
