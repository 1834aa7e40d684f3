# The reason where there is a shortcut, else nothing.
function Test-ShortcutAbsence([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry) { "shortcut $(ConvertTo-Line $Path) is $(if ($entry.IsDirectory) { 'a folder' } else { 'there, it should be absent' })" }
}
