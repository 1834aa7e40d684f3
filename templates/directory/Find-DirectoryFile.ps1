# Gives the files of a folder and of all folders below it whose names match; junctions and other links to folders are not followed. Throws where a folder cannot be listed.
function Find-DirectoryFile([string] $Path, [string[]] $Files) {
    $waiting = [Collections.Generic.Queue[string]]::new()
    $waiting.Enqueue($Path)
    while ($waiting.Count -gt 0) {
        $folder = $waiting.Dequeue()
        $entries = try { @(Find-FolderEntry -Path $folder) }
        catch {
            $failure = $_.Exception.GetBaseException()
            # A subfolder that was there a moment ago may be gone by now; the named folder itself may not
            if ($folder -ne $Path -and $failure -is [IO.DirectoryNotFoundException]) { continue }
            throw "folder $(ConvertTo-Line $folder): $($failure.Message)"
        }
        foreach ($entry in $entries) {
            if (-not $entry.IsDirectory) { if (Test-FilePattern -Name $entry.Name -Pattern $Files) { $entry } }
            elseif (-not $entry.IsLink) { $waiting.Enqueue($entry.Path) }
        }
    }
}
