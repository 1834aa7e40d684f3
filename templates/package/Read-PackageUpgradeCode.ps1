# Gives the upgrade code of a package; $null when there is none. Throws when several match.
## Gives the upgrade code of a package; $null when none is installed or it has none. Throws when several match, since it would not be known which is meant.
function Read-PackageUpgradeCode([scriptblock] $Where) {
    $found = @(Find-PackageEntry $Where)
    if ($found.Count -gt 1) { throw "matches several: $(Format-PackageList $found)" }
    if ($found.Count -eq 1) { Find-UpgradeCode $found[0] }
}
