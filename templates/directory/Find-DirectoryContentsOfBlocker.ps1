# Why a folder cannot be filled from another one, or nothing.
## Nothing says which files these should be: so nobody but administrators may be able to change them (Find-CopyBlocker).
function Find-DirectoryContentsOfBlocker([string] $Path, [string] $ContentsOf) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and (-not $entry.IsDirectory -or $entry.IsLink)) { return 'only a folder itself is filled' }
    $folder = $Path.TrimEnd('\')
    try { $wrong = @(Find-ContentDeviation $folder $ContentsOf) } catch { return $_.Exception.Message }
    $size = 0
    foreach ($file in $wrong) {
        $why = Find-FileBlocker "$folder\$($file.Name)" -Source $file.Path
        if ($why) { return "$(ConvertTo-Line $file.Name): $why" }
        $size += $file.Size
    }
    if ($folder -match '^[A-Za-z]:' -and (Get-DiskSpace $folder.Substring(0, 2)).Free - 1GB -lt $size) { return 'the drive has no room for it' }
    Find-PathBlocker $folder 'Write'
}
