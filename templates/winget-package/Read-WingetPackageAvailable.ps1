# The version of a package that a source of winget has; nothing where it has none of numbers.
function Read-WingetPackageAvailable([string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget') {
    ConvertTo-PackageVersion (Find-WingetOffer $Id $Scope $Source)
}
