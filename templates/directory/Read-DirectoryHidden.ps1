# Whether a folder is hidden; $null where there is none.
function Read-DirectoryHidden(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    if (Read-DirectoryExists @PSBoundParameters) { (Get-PathAttributeState $Path, 'Hidden') -eq 'on' }
}
