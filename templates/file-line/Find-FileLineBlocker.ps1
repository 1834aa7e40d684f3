# Why a line of a file cannot be changed, or nothing.
function Find-FileLineBlocker([string] $Path) {
    if ($null -eq (Get-FileEntry $Path)) { return 'it is not made' }
    Find-PathBlocker $Path 'Write'
}
