# Gives what lies directly in a folder; throws when it is absent or may not be listed.
function Find-FolderEntry([string] $Path) {
    foreach ($info in [IO.DirectoryInfo]::new($Path).EnumerateFileSystemInfos()) {
        $isDirectory = ($info.Attributes -band [IO.FileAttributes]::Directory) -ne 0
        [pscustomobject]@{
            Path = $info.FullName; Name = $info.Name; WriteTime = $info.LastWriteTimeUtc; Size = $(if ($isDirectory) { [long]0 } else { $info.Length })
            IsDirectory = $isDirectory; IsLink = ($info.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
        }
    }
}
