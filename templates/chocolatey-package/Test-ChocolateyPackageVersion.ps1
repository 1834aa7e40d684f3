# The reason where a package of Chocolatey is missing or of another version. Throws where its version cannot be compared.
function Test-ChocolateyPackageVersion([string] $Id, [version] $Version) {
    $found = Read-ChocolateyNumber $Id
    if ($null -eq $found) { return "Chocolatey package $Id is missing" }
    if ($found -ne $Version) { "Chocolatey package $Id is version $found, not $Version" }
}
