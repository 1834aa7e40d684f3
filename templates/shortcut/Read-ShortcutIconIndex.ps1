# Which icon of its file a shortcut has; $null where there is none.
function Read-ShortcutIconIndex([string] $Path) {
    $link = Read-ShortcutLink $Path
    if ($null -ne $link) { $link.IconIndex }
}
