# Installs a package by Chocolatey.
function Repair-ChocolateyPackagePresence([string] $Id, [string] $Source, [timespan] $Timeout = [timespan]'00:30:00') {
    Install-ChocolateyPackage $Id $false $Source $Timeout
}
