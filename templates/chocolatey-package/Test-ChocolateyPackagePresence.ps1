# The reason where a package of Chocolatey is not installed.
function Test-ChocolateyPackagePresence([string] $Id) {
    if (-not (Find-ChocolateyPackage $Id)) { "Chocolatey package $Id is missing" }
}
