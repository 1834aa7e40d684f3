# Says why a folder cannot be made or (Absent) removed, or nothing.
function Find-DirectoryBlocker([string] $Path, [switch] $Absent) {
    $entry = Get-FileEntry -Path $Path
    if ($null -ne $entry -and (-not $entry.IsDirectory -or $entry.IsLink)) { return 'only a folder itself is made or removed' }
    if (-not $Absent) { return Find-PathBlocker -Path $Path -Access 'Write' }
    $refusal = Find-FolderRefusal -Path $Path
    if ($refusal) { return $refusal }
    Find-PathBlocker -Path $Path -Access 'Delete'
}
