# The reason where a file is there, else nothing. A folder of that name is no file.
function Test-FileAbsence([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and -not $entry.IsDirectory) { "file $(ConvertTo-Line $Path) is there, it should be absent" }
}
