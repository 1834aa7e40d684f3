# The time since the oldest matching file in a folder and below was written; $null without one.
function Read-DirectoryOldestFileAge(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    if (-not (Read-DirectoryExists $Path)) { return }
    $oldest = $null
    foreach ($file in @(Find-DirectoryFile @PSBoundParameters)) { if ($null -eq $oldest -or $file.WriteTime -lt $oldest) { $oldest = $file.WriteTime } }
    if ($null -ne $oldest) { Get-FileAge $oldest }
}
