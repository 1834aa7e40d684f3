# Why a package cannot be as new as wanted, or nothing: its source has no such version.
function Find-WingetPackageMinimumVersionBlocker([string] $Id, [version] $MinimumVersion, [string] $Scope = 'machine', [string] $Source = 'winget') {
    $offer = Find-WingetOffer $Id $Scope $Source
    $version = ConvertTo-PackageVersion $offer
    if ($null -ne $version -and $version -lt $MinimumVersion) { "winget's source $Source has only $offer" }
}
