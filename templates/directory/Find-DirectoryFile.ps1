# The matching files of a folder and of all below it; links to folders are not followed.
function Find-DirectoryFile(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    $waiting = [Collections.Generic.Queue[string]]::new()
    $waiting.Enqueue($Path)
    while ($waiting.Count -gt 0) {
        $folder = $waiting.Dequeue()
        $entries = try { @(Find-FolderEntry $folder) }
        catch {
            $failure = $_.Exception.GetBaseException()
            # A subfolder that was there a moment ago may be gone by now; the named folder itself may not
            if ($folder -ne $Path -and $failure -is [IO.DirectoryNotFoundException]) { continue }
            throw "folder $(ConvertTo-Line $folder): $($failure.Message)"
        }
        foreach ($entry in $entries) {
            if ($entry.IsDirectory) { if (-not $entry.IsLink) { $waiting.Enqueue($entry.Path) } }
            #remedyc:only Directory.Files
            elseif (-not (Test-FilePattern $entry.Name $Files)) { continue }
            #remedyc:end
            else { $entry }
        }
    }
}
