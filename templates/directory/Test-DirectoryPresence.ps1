# Gives nothing where a folder is there, else the reason.
function Test-DirectoryPresence([string] $Path) {
    $entry = Get-FileEntry $Path
    $shown = "folder $(ConvertTo-Line $Path)"
    if ($null -eq $entry) { "$shown is missing" }
    elseif (-not $entry.IsDirectory) { "$shown is a file" }
    elseif ($entry.IsLink) { "$shown is a junction or link" }
}
