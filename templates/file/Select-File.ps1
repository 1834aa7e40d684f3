# The paths of the files in a folder, with Subfolders also of those below it; none where it is missing.
## Links to folders are not followed. Of a folder that goes meanwhile nothing is left to name; what cannot be listed is not none.
function Select-File([string] $Folder, [bool] $Subfolders = $false) {
    $top = Get-FileEntry $Folder
    if ($null -eq $top) { return }
    if (-not $top.IsDirectory) { throw "$(ConvertTo-Line $Folder) is no folder" }
    $found = [Collections.Generic.List[string]]::new()
    $waiting = [Collections.Generic.Queue[string]]::new()
    $waiting.Enqueue($Folder.TrimEnd('\') + '\')
    while ($waiting.Count -gt 0) {
        $at = $waiting.Dequeue()
        try {
            foreach ($entry in Find-FolderEntry $at) {
                if (-not $entry.IsDirectory) { $found.Add($entry.Path) } elseif ($Subfolders -and -not $entry.IsLink) { $waiting.Enqueue($entry.Path) }
                if ($found.Count -gt 10000) { throw 'more than 10,000 files' }
            }
        }
        catch {
            $failure = $_.Exception.GetBaseException()
            if ($failure -isnot [IO.DirectoryNotFoundException]) { throw "folder $(ConvertTo-Line $at): $($failure.Message)" }
        }
    }
    $found
}
