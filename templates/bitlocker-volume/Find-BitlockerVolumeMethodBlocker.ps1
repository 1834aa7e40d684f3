# Why a drive that is encrypted in another way stays so, or nothing: Windows would have to decrypt it first.
function Find-BitlockerVolumeMethodBlocker([string] $Drive, [string] $Method) {
    if ((Read-BitlockerVolumeMethod $Drive) -ne $Method) { 'it would have to be encrypted anew, which is for a policy or a person to start' }
}
