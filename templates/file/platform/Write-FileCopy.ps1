# Copies a file to a path at which nothing must exist yet.
function Write-FileCopy {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Path)
    [IO.File]::Copy($Source, $Path, $false)
}
