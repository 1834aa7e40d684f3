# Gives nothing where nothing of a folder's name is there, else the reason.
function Test-DirectoryAbsence([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry) { "folder $(ConvertTo-Line $Path) is $(if (-not $entry.IsDirectory) { 'a file' } elseif ($entry.IsLink) { 'a junction or link' } else { 'there, it should be absent' })" }
}
