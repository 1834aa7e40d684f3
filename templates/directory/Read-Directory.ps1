# Reads a folder: exists, size (bytes of all matching files in it and below), file_count, oldest_file_age (since it was last written; $null without a file).
function Read-Directory([string] $Path, [string[]] $Files, [string] $Property) {
    $entry = Get-FileEntry -Path $Path
    $exists = $null -ne $entry -and $entry.IsDirectory
    if ($Property -eq 'exists') { return $exists }
    if (-not $exists) { return }

    $count = [long]0
    $size = [long]0
    $oldest = $null
    foreach ($file in @(Find-DirectoryFile -Path $Path -Files $Files)) {
        $count++
        $size += $file.Size
        if ($null -eq $oldest -or $file.WriteTime -lt $oldest) { $oldest = $file.WriteTime }
    }
    if ($Property -eq 'size') { return $size }
    if ($Property -eq 'file_count') { return $count }
    if ($Property -eq 'oldest_file_age' -and $null -ne $oldest) { Get-FileAge -Time $oldest }
}
