# The reason where a drive is not encrypted in this way.
function Test-BitlockerVolumeMethod([string] $Drive, [string] $Method) {
    $is = Read-BitlockerVolumeMethod $Drive
    if ($is -ne $Method) { "drive $Drive is $(if ($is) { "encrypted with $is" } else { 'not encrypted' }), not with $Method" }
}
