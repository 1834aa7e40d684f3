# Whether a package of Chocolatey is installed.
function Read-ChocolateyPackageExists([string] $Id) {
    [bool](Find-ChocolateyPackage $Id)
}
