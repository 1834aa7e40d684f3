# The name of a file without its folder; $null where there is none.
function Read-FileName([string] $Path) {
    if (Read-FileExists $Path) { $Path.Substring($Path.LastIndexOf([char]'\') + 1) }
}
