# Gives how long ago a file was written; $null where there is none, or a folder.
function Read-FileAge([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and -not $entry.IsDirectory) { Get-FileAge -Time $entry.WriteTime }
}
