# A file's size in bytes; $null where there is none, or a folder.
function Read-FileSize([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and -not $entry.IsDirectory) { $entry.Size }
}
