# Notes for -Rollback which folders of a path will be created.
function Save-Directory([string] $Path) {
    if ($null -ne (Get-FileEntry -Path $Path)) { return }
    $above = Get-PathPart -Path $Path -Parent
    if ($above) { Save-Directory $above }
    Add-Journal 'Directory' $Path '' 'there'
}
