# Why a source cannot be copied, or nothing.
## None named, not there, another file than its SHA-256 says, or without one where others could change it.
function Find-CopyBlocker([string] $Source = '', [string] $Sha256 = '') {
    if ($Source -eq '') { return 'the remedy names neither content nor source for it' }
    $shown = "its source $(ConvertTo-Line $Source)"
    try { $entry = Get-FileEntry $Source }
    catch { return "its source: $($_.Exception.Message)" }
    if ($null -eq $entry -or $entry.IsDirectory) { return "$shown is not there" }
    if ($Sha256 -eq '') {
        $why = Find-PathWriter $Source
        if ($why) { "$shown has no sha256 in the remedy, and $why" }
    }
    elseif (-not (Test-Text (Get-FileSha256 $Source) $Sha256 -IgnoreCase)) { "$shown is another file than its SHA-256 says" }
}
