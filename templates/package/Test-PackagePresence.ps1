# Gives the reason where no such package is installed, or not all that it provides is there.
## Gives the reason where none of these packages is installed, or not all that it provides is there. Provides: what -> block that tells whether it is there.
function Test-PackagePresence([scriptblock] $Where, [string] $Label, [Collections.IDictionary] $Provides = @{}) {
    $found = @(Find-PackageEntry $Where)
    if ($found.Count -eq 0) { return "no package $Label is installed" }
    $missing = @(foreach ($what in $Provides.Keys) { if (-not (& $Provides[$what])) { [string]$what } })
    if ($missing.Count -gt 0) { "installed: $(Format-PackageList $found), without $($missing -join ', ')" }
}
