# Why a shortcut cannot be made or changed, or nothing.
function Find-ShortcutBlocker([string] $Path, [string] $Target = '') {
    if ($Target -eq '' -and $null -eq (Get-FileEntry $Path)) { return 'the remedy names no target for it' }
    Find-PathBlocker $Path 'Write'
}
