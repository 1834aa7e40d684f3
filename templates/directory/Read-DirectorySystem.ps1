# Whether a folder is a system folder; $null where there is none.
function Read-DirectorySystem(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    if (Read-DirectoryExists @PSBoundParameters) { (Get-PathAttributeState $Path, 'System') -eq 'on' }
}
