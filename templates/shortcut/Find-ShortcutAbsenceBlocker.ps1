# Why a shortcut cannot be removed, or nothing.
function Find-ShortcutAbsenceBlocker([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and $entry.IsDirectory) { 'only a shortcut itself is removed' } else { Find-FileAbsenceBlocker $Path }
}
