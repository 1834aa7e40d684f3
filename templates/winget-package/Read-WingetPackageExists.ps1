# Whether a package of winget is installed.
function Read-WingetPackageExists([string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget') {
    (Find-WingetPackage $Id $Scope $Source).Found
}
