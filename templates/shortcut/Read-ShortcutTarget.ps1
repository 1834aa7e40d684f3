# What a shortcut opens; $null where there is none.
function Read-ShortcutTarget([string] $Path) {
    $link = Read-ShortcutLink $Path
    if ($null -ne $link) { $link.Target }
}
