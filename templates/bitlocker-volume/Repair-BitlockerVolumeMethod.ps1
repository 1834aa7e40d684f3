# Never changes how a drive is encrypted.
function Repair-BitlockerVolumeMethod([string] $Drive, [string] $Method) {
    $why = Find-BitlockerVolumeMethodBlocker $Drive $Method
    if ($why) { throw "drive ${Drive}: $why" }
}
