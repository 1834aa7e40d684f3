# Whether a file is read-only; $null where there is none.
function Read-FileReadOnly([string] $Path) {
    if (Read-FileExists $Path) { (Get-PathAttributeState $Path, 'ReadOnly') -eq 'on' }
}
