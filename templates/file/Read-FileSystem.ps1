# Whether a file is a system file; $null where there is none.
function Read-FileSystem([string] $Path) {
    if (Read-FileExists $Path) { (Get-PathAttributeState $Path, 'System') -eq 'on' }
}
