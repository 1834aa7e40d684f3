# Runs a block while nobody can write, replace, rename or delete a file.
## Others may read and run it.
function Open-SourceFile([string] $Path, [scriptblock] $Body) {
    $stream = [IO.File]::Open($Path, 'Open', 'Read', 'Read')
    try { & $Body } finally { $stream.Dispose() }
}
