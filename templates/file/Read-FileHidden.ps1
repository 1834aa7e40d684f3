# Whether a file is hidden; $null where there is none.
function Read-FileHidden([string] $Path) {
    if (Read-FileExists $Path) { (Get-PathAttributeState $Path, 'Hidden') -eq 'on' }
}
