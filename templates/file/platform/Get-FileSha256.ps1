# The SHA-256 of a file.
## The SHA-256 of a file's content as 64 hexadecimal digits in capitals.
function Get-FileSha256([string] $Path) {
    $stream = [IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite, Delete')
    $hash = [Security.Cryptography.SHA256]::Create()
    try { [BitConverter]::ToString($hash.ComputeHash($stream)).Replace('-', '') }
    finally {
        $hash.Dispose()
        $stream.Dispose()
    }
}
