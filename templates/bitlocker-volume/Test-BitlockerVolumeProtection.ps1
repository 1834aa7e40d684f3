# The reason where BitLocker does not protect a drive.
function Test-BitlockerVolumeProtection([string] $Drive, [string] $Protection) {
    $is = Read-BitlockerVolumeProtection $Drive
    if ($is -ne $Protection) { "BitLocker's protection of drive $Drive is $is" }
}
