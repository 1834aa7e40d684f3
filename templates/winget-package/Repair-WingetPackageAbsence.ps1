# Uninstalls a package by winget, all versions of it.
## Of several winget uninstalls none without --all-versions, which came with 1.8 or 1.9 (microsoft/winget-cli, pull request 4282); an older one says that it does not know it.
function Repair-WingetPackageAbsence([Parameter(Mandatory)] [string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget', [timespan] $Timeout = [timespan]'00:30:00') {
    $found = Find-WingetPackage $Id $Scope $Source
    $more = @(if ($found.Versions.Count -gt 1) { '--all-versions' })
    if ($found.Found) { Invoke-WingetChange 'uninstall' $Id $Scope $Source $Timeout $more }
}
