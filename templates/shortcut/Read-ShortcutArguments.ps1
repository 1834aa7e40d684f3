# What a shortcut starts its target with; $null where there is none.
function Read-ShortcutArguments([string] $Path) {
    $link = Read-ShortcutLink $Path
    if ($null -ne $link) { $link.Arguments }
}
