# Why a folder cannot be removed, or nothing.
function Find-DirectoryAbsenceBlocker([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and (-not $entry.IsDirectory -or $entry.IsLink)) { return 'only a folder itself is made or removed' }
    $refusal = Find-FolderRefusal $Path
    if ($refusal) { $refusal } else { Find-PathBlocker $Path 'Delete' }
}
