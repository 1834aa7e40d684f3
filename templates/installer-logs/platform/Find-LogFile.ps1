# The files of a folder that match a pattern.
## Path, Length and Time (UTC, last write) of the files of a folder (not below it) that match a pattern with * and ?; nothing when the folder is absent.
function Find-LogFile([string] $Folder, [string] $Pattern) {
    $directory = [IO.DirectoryInfo]::new($Folder)
    if ($directory.Exists) {
        foreach ($file in $directory.GetFiles($Pattern)) { [pscustomobject]@{ Path = $file.FullName; Length = $file.Length; Time = $file.LastWriteTimeUtc } }
    }
}
