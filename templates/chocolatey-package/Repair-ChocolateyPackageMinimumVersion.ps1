# Installs a package by Chocolatey, or upgrades one that is older than wanted.
function Repair-ChocolateyPackageMinimumVersion([string] $Id, [version] $MinimumVersion, [string] $Source, [timespan] $Timeout = [timespan]'00:30:00') {
    if (Test-ChocolateyPackageMinimumVersion $Id $MinimumVersion) { Install-ChocolateyPackage $Id ([bool](Find-ChocolateyPackage $Id)) $Source $Timeout }
}
