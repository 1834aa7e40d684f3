# The files of a folder and of all below it: Path, Name (below the folder) and Size; throws where that cannot be told as a whole.
function Find-ContentFile([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry -or -not $entry.IsDirectory -or $entry.IsLink) { throw "there is no folder $(ConvertTo-Line $Path)" }
    $count = $size = 0
    foreach ($file in Find-DirectoryFile $Path) {
        if ($file.IsLink) { throw "$(ConvertTo-Line $file.Path) is a link" }
        $count++
        $size += $file.Size
        if ($count -gt 5000 -or $size -gt 4GB) { throw "folder $(ConvertTo-Line $Path) has more than 5,000 files, or more than 4 GB" }
        [pscustomobject]@{ Path = $file.Path; Name = $file.Path.Substring($Path.Length).TrimStart('\'); Size = $file.Size }
    }
}
