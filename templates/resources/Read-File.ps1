# Reads a file: exists, size, version, age (since it was last written), sha256, content (text). $null when it is absent, or a folder.
function Read-File {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [ValidateSet('exists', 'size', 'version', 'age', 'sha256', 'content')] [string] $Property
    )
    $entry = Get-FileEntry -Path $Path
    $exists = $null -ne $entry -and -not $entry.IsDirectory
    if ($Property -eq 'exists') { return $exists }
    if (-not $exists) { return }
    if ($Property -eq 'size') { return $entry.Size }
    if ($Property -eq 'age') { return Get-FileAge -Time $entry.WriteTime }
    try {
        if ($Property -eq 'version') { return Get-FileVersion -Path $Path }
        if ($Property -eq 'sha256') { return Get-FileSha256 -Path $Path }
        Read-FileText -Path $Path -Size $entry.Size
    }
    catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
