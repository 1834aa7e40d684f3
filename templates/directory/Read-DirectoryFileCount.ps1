# Gives how many matching files a folder and those below have; $null without that folder.
function Read-DirectoryFileCount(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    if (Read-DirectoryExists $Path) { [long]@(Find-DirectoryFile @PSBoundParameters).Count }
}
