# Why a folder cannot be made, or nothing.
function Find-DirectoryPresenceBlocker([string] $Path) {
    if ($null -ne (Get-FileEntry $Path)) { return 'only a folder itself is made or removed' }
    Find-PathBlocker $Path 'Write'
}
