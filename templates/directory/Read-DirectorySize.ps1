# The bytes of all matching files in a folder and below; $null without that folder.
function Read-DirectorySize(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    if (-not (Read-DirectoryExists $Path)) { return }
    $size = [long]0
    foreach ($file in @(Find-DirectoryFile @PSBoundParameters)) { $size += $file.Size }
    $size
}
