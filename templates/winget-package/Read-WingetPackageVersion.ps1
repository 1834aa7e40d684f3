# The version of a package of winget that is installed, of several the oldest; nothing where it is missing or has none of numbers.
function Read-WingetPackageVersion([string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget') {
    (Find-WingetPackage $Id $Scope $Source).Versions | ForEach-Object { ConvertTo-PackageVersion $_ } | Sort-Object | Select-Object -First 1
}
