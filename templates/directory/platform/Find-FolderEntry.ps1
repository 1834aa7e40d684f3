# Gives Path, Name, IsDirectory, IsLink, Size and WriteTime (UTC) of all that lies directly in a folder; throws when the folder is absent or may not be listed.
function Find-FolderEntry([string] $Path) {
    foreach ($info in [IO.DirectoryInfo]::new($Path).EnumerateFileSystemInfos()) {
        $isDirectory = ($info.Attributes -band [IO.FileAttributes]::Directory) -ne 0
        [pscustomobject]@{
            Path        = $info.FullName
            Name        = $info.Name
            IsDirectory = $isDirectory
            IsLink      = ($info.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
            Size        = $(if ($isDirectory) { [long]0 } else { $info.Length })
            WriteTime   = $info.LastWriteTimeUtc
        }
    }
}
