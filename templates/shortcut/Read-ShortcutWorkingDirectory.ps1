# The folder that a shortcut starts its target in; $null where there is none.
function Read-ShortcutWorkingDirectory([string] $Path) {
    $link = Read-ShortcutLink $Path
    if ($null -ne $link -and $link.WorkingDirectory) { $link.WorkingDirectory }
}
