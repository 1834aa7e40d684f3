# Gives the SHA-256 of a file's content as 64 hexadecimal digits in capitals.
function Get-FileSha256 {
    param([Parameter(Mandatory)] [string] $Path)
    $stream = [System.IO.File]::Open($Path, [System.IO.FileMode]::Open, [System.IO.FileAccess]::Read, [System.IO.FileShare]::Read)
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { [BitConverter]::ToString($hash.ComputeHash($stream)).Replace('-', '') }
    finally {
        $hash.Dispose()
        $stream.Dispose()
    }
}
