# Why what an archive holds is not put into a folder, or nothing.
## Every name must be one way to a file below the folder: no '..', no drive, no device, no link on the way, nothing twice. Its list is a mark, so its length is bounded.
function Find-ArchiveRefusal([string] $Path, [object[]] $Entries) {
    $size = $length = 0
    $names = [Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
    foreach ($entry in $Entries) {
        $shown = "'$(ConvertTo-Line $entry.Name)' in its archive"
        $name = $entry.Name.Replace('/', '\')
        if ($name -match '^(\\|\z)|[\x00-\x1F]') { return "$shown is no name below the folder" }
        $refusal = Find-PathRefusal "$Path\$($name.TrimEnd('\'))"
        if ($refusal) { return "${shown}: $refusal" }
        if ($name.EndsWith([char]'\')) { continue }
        if (-not $names.Add($name)) { return "$shown stands there twice" }
        $there = Get-FileEntry "$Path\$name"
        if ($null -ne $there -and ($there.IsDirectory -or $there.IsLink)) { return "${shown}: there is a folder or a link in its place" }
        $size += $entry.Size
        $length += $name.Length + 12
        if ($names.Count -gt 5000 -or $size -gt 4GB -or $length -gt 400000) { return 'its archive has more than 5,000 files, more than 4 GB, or names that are too long' }
    }
    if ($names.Count -eq 0) { return 'its archive has no file' }
    if ($Path -match '^[A-Za-z]:' -and (Get-DiskSpace $Path.Substring(0, 2)).Free - 1GB -lt $size) { 'the drive has no room for it' }
}
