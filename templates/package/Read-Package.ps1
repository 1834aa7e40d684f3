# Reads one property of a package; $null when none is installed. Throws when several match.
## Reads one property of a package; $null when none is installed. Throws when several match, since it would not be known which is meant.
function Read-Package([scriptblock] $Where, [string] $Property) {
    $found = @(Find-PackageEntry $Where)
    if ($found.Count -gt 1) { throw "matches several: $(Format-PackageList $found)" }
    if ($found.Count -eq 1) { (ConvertTo-Package $found[0]).($Property -replace '_', '') }
}
