# Writes a file beside its place and then puts it there in one step.
## Fill writes it, given the open file and its path. Of one that is replaced the rights stay.
function Write-WholeFile([string] $Path, [scriptblock] $Fill) {
    # A run that was killed may have left it; nothing else has such a name
    $new = "$Path.remedyc-new"
    Clear-Entry $new
    $file = Open-NewFile $new
    try {
        & $Fill $file $new
        if (Test-FileEntry $Path) { Copy-FileAccess $Path $new }
        Write-FileName $file $Path
    }
    finally {
        $file.Dispose()
        Clear-Entry $new
    }
}
