# The file that the icon of a shortcut is from; $null where there is none.
function Read-ShortcutIcon([string] $Path) {
    $link = Read-ShortcutLink $Path
    if ($null -ne $link -and $link.Icon) { $link.Icon }
}
