# True when a file of this path exists (a folder is none).
function Test-FileEntry {
    param([Parameter(Mandatory)] [string] $Path)
    [IO.File]::Exists($Path)
}
