# Gives what stands at a path, a link itself; $null for nothing.
## GetAttributes throws where access is denied; File.Exists and Directory.Exists would call such a path absent.
function Get-PathEntry([string] $Path) {
    try { $attributes = [IO.File]::GetAttributes($Path) }
    catch [IO.FileNotFoundException], [IO.DirectoryNotFoundException] { return }
    $isDirectory = ($attributes -band [IO.FileAttributes]::Directory) -ne 0
    $info = if ($isDirectory) { [IO.DirectoryInfo]::new($Path) } else { [IO.FileInfo]::new($Path) }
    [pscustomobject]@{
        Path = $info.FullName; Name = $info.Name; WriteTime = $info.LastWriteTimeUtc; IsDirectory = $isDirectory
        IsLink = ($attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
        Size = $(if ($isDirectory) { [long]0 } else { $info.Length })
    }
}
