# Whether there is such a shortcut.
function Read-ShortcutExists([string] $Path) { $null -ne (Read-ShortcutLink $Path) }
