# Deletes an empty folder, or a junction itself and not what it points to; throws when the folder is absent, in use or not empty.
function Clear-EmptyFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $folder = [IO.DirectoryInfo]::new($Path)
    if (($folder.Attributes -band [IO.FileAttributes]::ReadOnly) -ne 0) { $folder.Attributes = $folder.Attributes -band -bnot [IO.FileAttributes]::ReadOnly }
    $folder.Delete($false)
}
