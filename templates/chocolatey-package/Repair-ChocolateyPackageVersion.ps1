# Installs a version of a package by Chocolatey, in the place of the one that is there.
function Repair-ChocolateyPackageVersion([string] $Id, [version] $Version, [string] $Source, [timespan] $Timeout = [timespan]'00:30:00') {
    # NuGet writes no fourth number that is 0
    if (Test-ChocolateyPackageVersion $Id $Version) { Install-ChocolateyPackage $Id ([bool](Find-ChocolateyPackage $Id)) $Source $Timeout "--version=$("$Version" -replace '\.0$')", '--allow-downgrade' }
}
