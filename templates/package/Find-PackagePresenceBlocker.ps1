# Why a package cannot be installed: no source, or one that may not be run.
function Find-PackagePresenceBlocker([string] $Source, [string] $SignedBy, [string] $Sha256) {
    if ($Source -eq '') { return 'the remedy names no source to install it from' }
    Find-SourceBlocker $Source $SignedBy $Sha256
}
