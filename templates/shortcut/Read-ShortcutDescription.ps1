# The comment of a shortcut; $null where there is none.
function Read-ShortcutDescription([string] $Path) {
    $link = Read-ShortcutLink $Path
    if ($null -ne $link) { $link.Description }
}
