# The text of a file with its encoding, nothing where there is none.
function Read-LineFile([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry) { return }
    $shown = "file $(ConvertTo-Line $Path)"
    if ($entry.IsDirectory -or $entry.IsLink) { throw "$shown is a folder or a link" }
    if ($entry.Size -gt 1MB) { throw "$shown is larger than 1 MB" }
    $bytes = [byte[]]::new(0)
    if ($entry.Size -gt 0) { $bytes = Get-FileByte -Path $Path -Count ([int]$entry.Size) }
    $wide = $bytes.Length -ge 2 -and $bytes[0] -eq 0xFF -and $bytes[1] -eq 0xFE
    # Latin-1 gives each byte as a character: what is not changed is written as it was read
    $encoding = if ($wide) { [Text.Encoding]::Unicode } else { [Text.Encoding]::GetEncoding(28591) }
    $text = $encoding.GetString($bytes)
    if ($text.IndexOf([char]0) -ge 0 -or $encoding.GetByteCount($text) -ne $bytes.Length) { throw "$shown is no text in UTF-8, or in UTF-16 with its mark" }
    [pscustomobject]@{ Text = $text; Encoding = $encoding; Wide = $wide }
}
