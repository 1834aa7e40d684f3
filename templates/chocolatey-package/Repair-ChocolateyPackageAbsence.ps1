# Uninstalls a package by Chocolatey.
function Repair-ChocolateyPackageAbsence([Parameter(Mandatory)] [string] $Id, [timespan] $Timeout = [timespan]'00:30:00') {
    if (Find-ChocolateyPackage $Id) { Invoke-ChocolateyChange 'uninstall' $Id $Timeout }
}
