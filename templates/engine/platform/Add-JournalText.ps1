# Appends to a file of ours and waits until it is on the disk.
## FileStream.Flush(true) flushes the buffers of Windows, too (.NET API reference).
function Add-JournalText([string] $Path, [string] $Text) {
    #remedyc:every-host
    $bytes = [Text.Encoding]::ASCII.GetBytes($Text)
    $file = [IO.File]::Open($Path, 'Append')
    try { $file.Write($bytes, 0, $bytes.Length); $file.Flush($true) } finally { $file.Dispose() }
}
