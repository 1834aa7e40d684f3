# The path of a folder that Windows has for everybody; throws where it is not there.
## A member of Environment.SpecialFolder. GetFolderPath gives an empty text for a folder that is not there.
function Get-KnownFolder([string] $Name) {
    $path = Get-SpecialFolder $Name
    if (-not $path) { throw "the folder $Name of Windows is not there" }
    $path
}
