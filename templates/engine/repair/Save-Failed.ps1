## Counts a failed run: fingerprint of version and parameters, count, time, and why.
function Save-Failed([string] $Why) { Save-Mark 'Failed' "$($Remedy.Fingerprint) $($Remedy.Failed + 1) $(Get-ClockText) $Why" }
