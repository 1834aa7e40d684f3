# Creates a file that must not exist yet and writes its bytes through to the disk.
function Write-FileByte([string] $Path, [byte[]] $Data) {
    $file = [IO.FileStream]::new($Path, [IO.FileMode]::CreateNew, [IO.FileAccess]::Write, [IO.FileShare]::None)
    try {
        $file.Write($Data, 0, $Data.Length)
        $file.Flush($true)
    }
    finally { $file.Dispose() }
}
