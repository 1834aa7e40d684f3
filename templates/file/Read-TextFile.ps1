# The text of a file with its encoding, nothing where there is none. Wanted: what it is compared with.
## A mark stays the first character of the text. What is no UTF-8 is read as Latin-1, which gives each byte as a character: what is not changed is written as it was read.
function Read-TextFile([string] $Path, [string] $Wanted) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry) { return }
    $shown = "file $(ConvertTo-Line $Path)"
    if ($entry.IsDirectory -or $entry.IsLink) { throw "$shown is a folder or a link" }
    if ($entry.Size -gt 1MB) { throw "$shown is larger than 1 MB" }
    $bytes = [byte[]]::new(0)
    if ($entry.Size -gt 0) { $bytes = Get-FileByte -Path $Path -Count ([int]$entry.Size) }
    $isWide = $bytes.Length -ge 2 -and $bytes[0] -eq 0xFF -and $bytes[1] -eq 0xFE
    # both throw for bytes that are none of theirs
    $encoding = if ($isWide) { [Text.UnicodeEncoding]::new($false, $false, $true) } else { [Text.UTF8Encoding]::new($false, $true) }
    $text = try { $encoding.GetString($bytes) } catch [ArgumentException] { $null }
    if ($null -eq $text -and -not $isWide) {
        if ($Wanted -match '[^\x00-\x7F]') { throw "$shown is not in UTF-8, so '$(ConvertTo-Line $Wanted)' cannot be compared with it" }
        $encoding = [Text.Encoding]::GetEncoding(28591)
        $text = $encoding.GetString($bytes)
    }
    if ($null -eq $text -or $text.IndexOf([char]0) -ge 0) { throw "$shown is no text in UTF-8, or in UTF-16 with its mark" }
    [pscustomobject]@{ Text = $text; Encoding = $encoding }
}
