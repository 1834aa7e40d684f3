# Copies a file to a path at which nothing must exist yet.
function Write-FileCopy([string] $Source, [string] $Path) {
    [IO.File]::Copy($Source, $Path, $false)
}
