# The path of a folder that Windows knows by name; never from an environment variable.
## A member of Environment.SpecialFolder.
function Get-SpecialFolder([string] $Name) {
    [Environment]::GetFolderPath($Name)
}
