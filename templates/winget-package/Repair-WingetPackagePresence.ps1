# Installs a package by winget.
function Repair-WingetPackagePresence([string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget', [timespan] $Timeout = [timespan]'00:30:00') {
    Invoke-WingetChange 'install' $Id $Scope $Source $Timeout
}
