# True when a file of this path exists (a folder is none).
function Test-FileEntry([string] $Path) {
    [IO.File]::Exists($Path)
}
