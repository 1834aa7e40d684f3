# The SHA-256 of what an entry of an archive holds, as 64 hexadecimal digits in capitals.
function Get-ArchiveSha256([object] $Entry) {
    $from = $Entry.From.Open()
    $hash = [Security.Cryptography.SHA256]::Create()
    try { [BitConverter]::ToString($hash.ComputeHash($from)).Replace('-', '') }
    finally {
        $hash.Dispose()
        $from.Dispose()
    }
}
