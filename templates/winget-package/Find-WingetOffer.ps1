# The version of a package that a source of winget has, as text; throws where the source has no such package.
function Find-WingetOffer([string] $Id, [string] $Scope, [string] $Source) {
    $offer = Read-WingetRow 'search' $Id $Scope $Source
    if (-not $offer.Found) { throw "winget's source $Source has no package $Id (upper and lower case count)" }
    $offer.Versions | Select-Object -First 1
}
