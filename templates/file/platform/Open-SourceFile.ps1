# Runs a block while a file is held open so that nobody can write, replace, rename or delete it.
## Others may read and run it.
function Open-SourceFile([string] $Path, [scriptblock] $Body) {
    $stream = [IO.File]::Open($Path, [IO.FileMode]::Open, [IO.FileAccess]::Read, [IO.FileShare]::Read)
    try { & $Body } finally { $stream.Dispose() }
}
