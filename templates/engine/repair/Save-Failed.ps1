# Counts a failed run: the mark holds the fingerprint of version and parameters, the count, the time, and why.
function Save-Failed([string] $Why) {
    Save-Mark 'Failed' "$(Get-Fingerprint) $($Remedy.Failed + 1) $(Get-ClockText) $Why"
}
