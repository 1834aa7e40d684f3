# The version of a package that is installed, as four numbers; nothing where it is not. Throws where it has words.
function Read-ChocolateyNumber([string] $Id) {
    $text = Find-ChocolateyPackage $Id
    if (-not $text) { return }
    $version = ConvertTo-PackageVersion $text
    if ($null -eq $version) { throw "Chocolatey lists $Id as version $(ConvertTo-Line $text), which cannot be compared" }
    $version
}
