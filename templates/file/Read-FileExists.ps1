# Whether there is such a file; a folder is none.
function Read-FileExists([string] $Path) {
    $entry = Get-FileEntry $Path
    $null -ne $entry -and -not $entry.IsDirectory
}
