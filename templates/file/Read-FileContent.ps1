# A file's text in UTF-8; $null where there is none, or one larger than 1 MB.
function Read-FileContent([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry -or $entry.IsDirectory) { return }
    try { Read-FileText -Path $Path -Size $entry.Size } catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
