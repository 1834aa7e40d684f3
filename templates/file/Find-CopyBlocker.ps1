# Gives the reason why a source cannot be copied (none named, not there, another file than its SHA-256 says), or nothing.
function Find-CopyBlocker([string] $Source = '', [string] $Sha256 = '') {
    if ($Source -eq '') { return 'the remedy names neither content nor source for it' }
    $shown = "its source $(ConvertTo-Line $Source)"
    try { $entry = Get-FileEntry -Path $Source }
    catch { return "its source: $($_.Exception.Message)" }
    if ($null -eq $entry -or $entry.IsDirectory) { return "$shown is not there" }
    if ($Sha256 -ne '' -and -not (Test-Text (Get-FileSha256 -Path $Source) $Sha256 -IgnoreCase)) { return "$shown is another file than its SHA-256 says" }
}
