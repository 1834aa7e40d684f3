# The reason where a package of winget is installed.
function Test-WingetPackageAbsence([string] $Id, [string] $Scope = 'machine', [string] $Source = 'winget') {
    $found = Find-WingetPackage $Id $Scope $Source
    if ($found.Found) { "winget package $Id is installed$(if ($found.Versions.Count -gt 0) { " ($($found.Versions -join ', '))" })" }
}
