# Says why a package cannot be installed, or nothing: no source, or one that may not be run.
function Find-PackagePresenceBlocker([string] $Source, [string] $SignedBy, [string] $Sha256) {
    if ($Source -eq '') { return 'the remedy names no source to install it from' }
    Find-SourceBlocker -Path $Source -SignedBy $SignedBy -Sha256 $Sha256
}
