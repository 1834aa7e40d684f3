# The reason where a package of winget is not installed.
function Test-WingetPackagePresence([string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget') {
    if (-not (Find-WingetPackage $Id $Scope $Source).Found) { "winget package $Id is missing" }
}
