# Reads a file's text in UTF-8 without byte order mark.
## $null when it is larger than 1 MB or no such text.
function Read-FileText([string] $Path, [long] $Size) {
    if ($Size -gt 1MB) { return }
    $bytes = [byte[]]::new(0)
    if ($Size -gt 0) { $bytes = Get-FileByte -Path $Path -Count ([int]$Size) }
    if ($bytes.Length -ge 3 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF) { return }
    # the second argument makes it throw for bytes that are no UTF-8
    try { [Text.UTF8Encoding]::new($false, $true).GetString($bytes) }
    catch [Text.DecoderFallbackException] { Write-Note -Text "$Path is no text in UTF-8" }
}
