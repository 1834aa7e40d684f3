# Copies a file into an open one, through to the disk.
function Write-FileCopy([IO.FileStream] $File, [string] $Source) {
    $from = [IO.File]::Open($Source, 'Open', 'Read', 'Read')
    try { $from.CopyTo($File) } finally { $from.Dispose() }
    $File.Flush($true)
}
