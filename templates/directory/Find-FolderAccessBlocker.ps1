# Why the rights of a folder, which what lies below inherits, are not changed, or nothing.
function Find-FolderAccessBlocker([string] $Path) {
    if ($null -eq (Get-FileEntry $Path)) { return }
    $refusal = Find-FolderRefusal $Path
    if ($refusal) { return $refusal }
    try { if (@(Find-DirectoryFile $Path | Select-Object -First 20001).Count -gt 20000) { 'more than 20,000 files lie below it' } }
    catch { $_.Exception.Message }
}
