# The version of a package of Chocolatey that is installed; nothing where it is missing or has words.
function Read-ChocolateyPackageVersion([string] $Id) {
    ConvertTo-PackageVersion (Find-ChocolateyPackage $Id)
}
