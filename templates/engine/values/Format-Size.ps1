# A size as people read it: 1GB, 2.9GB.
## In the largest unit that is not above it, with one decimal at most: a size that was measured is no whole number of any of them.
function Format-Size([object] $Size) {
    if ($null -eq $Size) { return 'none' }
    $units = [ordered]@{ TB = 1TB; GB = 1GB; MB = 1MB; KB = 1KB }
    foreach ($unit in $units.Keys) {
        if ($Size -ge $units[$unit]) { return '{0}{1}' -f [Math]::Round($Size / $units[$unit], 1), $unit }
    }
    "$Size bytes"
}
