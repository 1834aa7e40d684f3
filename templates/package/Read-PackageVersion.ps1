# Gives the version of a package; $null when there is none. Throws when several match.
## Gives the version of a package; $null when none is installed, or it is none. Throws when several match, since it would not be known which is meant.
function Read-PackageVersion([scriptblock] $Where) {
    $found = @(Find-PackageEntry $Where)
    if ($found.Count -gt 1) { throw "matches several: $(Format-PackageList $found)" }
    if ($found.Count -eq 1) { Read-EntryVersion $found[0] }
}
