# Installs a package by winget, or upgrades one that is older than wanted.
function Repair-WingetPackageMinimumVersion([string] $Id, [version] $MinimumVersion, [string] $Scope = 'machine', [string] $Source = 'winget', [timespan] $Timeout = [timespan]'00:30:00') {
    if (-not (Find-WingetPackage $Id $Scope $Source).Found) { return Invoke-WingetChange 'install' $Id $Scope $Source $Timeout }
    if (Test-WingetPackageMinimumVersion $Id $MinimumVersion $Scope $Source) { Invoke-WingetChange 'upgrade' $Id $Scope $Source $Timeout }
}
