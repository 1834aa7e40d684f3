# The reason where a package of Chocolatey is missing or older than wanted. Throws where its version cannot be compared.
function Test-ChocolateyPackageMinimumVersion([string] $Id, [version] $MinimumVersion) {
    $version = Read-ChocolateyNumber $Id
    if ($null -eq $version) { return "Chocolatey package $Id is missing" }
    if ($version -lt $MinimumVersion) { "Chocolatey package $Id is version $version, older than $MinimumVersion" }
}
