# Whether there is such a folder.
function Read-DirectoryExists(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    #remedyc:only Directory.Files
    $null = $Files
    #remedyc:end
    $entry = Get-FileEntry $Path
    $null -ne $entry -and $entry.IsDirectory
}
