# Gives the path of a folder that Windows knows by name, as a member of Environment.SpecialFolder; never from an environment variable.
function Get-SpecialFolder {
    param([string] $Name)
    [Environment]::GetFolderPath($Name)
}
