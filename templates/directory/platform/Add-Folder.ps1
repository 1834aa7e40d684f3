# Creates a folder with the rights that it inherits.
function Add-Folder {
    param([Parameter(Mandatory)] [string] $Path)
    $null = [IO.Directory]::CreateDirectory($Path)
}
