# The reason where a package of winget is missing or older than wanted. Throws where its version cannot be compared.
function Test-WingetPackageMinimumVersion([string] $Id, [version] $MinimumVersion, [string] $Scope = 'machine', [string] $Source = 'winget') {
    $found = Find-WingetPackage $Id $Scope $Source
    if (-not $found.Found) { return "winget package $Id is missing" }
    if ($found.Versions.Count -eq 0) { throw "winget lists $Id in a way that cannot be read" }
    foreach ($text in $found.Versions) {
        # '< 2.0': older than the oldest that the source knows, '> 2.0': newer than the newest
        $below = $text -like '<*'
        $version = ConvertTo-PackageVersion ($text -replace '^[<>]')
        if ($null -eq $version -or ($below -and $version -gt $MinimumVersion)) { throw "winget lists $Id as version $(ConvertTo-Line $text), which cannot be compared" }
        if ($below -or $version -lt $MinimumVersion) { return "winget package $Id is version $text, older than $MinimumVersion" }
    }
}
