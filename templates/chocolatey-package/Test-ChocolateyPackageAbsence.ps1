# The reason where a package of Chocolatey is installed.
function Test-ChocolateyPackageAbsence([string] $Id) {
    $version = Find-ChocolateyPackage $Id
    if ($version) { "Chocolatey package $Id is installed ($version)" }
}
