# Gives the reason where one of these packages is installed.
function Test-PackageAbsence([scriptblock] $Where) {
    $found = @(Find-PackageEntry $Where)
    if ($found.Count -gt 0) { "installed: $(Format-PackageList $found)" }
}
