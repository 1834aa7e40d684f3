# Why what stands in a text file cannot be changed, or nothing. One that is missing is not made.
function Find-TextFileBlocker([string] $Path) {
    if ($null -eq (Get-FileEntry $Path)) { return 'the file is missing, and is not made' }
    Find-PathBlocker $Path 'Write'
}
