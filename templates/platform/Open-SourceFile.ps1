# Runs a block while a file is held open so that nobody can write, replace, rename or delete it; others may read and run it.
function Open-SourceFile {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [scriptblock] $Body)
    $stream = [System.IO.File]::Open($Path, [System.IO.FileMode]::Open, [System.IO.FileAccess]::Read, [System.IO.FileShare]::Read)
    try { & $Body } finally { $stream.Dispose() }
}
