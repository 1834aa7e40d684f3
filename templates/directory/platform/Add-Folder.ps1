# Creates a folder with the rights that it inherits.
function Add-Folder([string] $Path) {
    $null = [IO.Directory]::CreateDirectory($Path)
}
