# Gives the reason why a file or folder cannot be made, changed (Write) or removed (Delete) by who runs the script, or nothing.
function Find-PathBlocker([string] $Path, [string] $Access) {
    # Where it is absent, the nearest folder above must allow that something is added
    $nearest = $Path.TrimEnd('\')
    $right = $Access
    while ($null -eq (Get-FileEntry -Path $(if ($nearest -match '^[A-Za-z]:$') { "$nearest\" } else { $nearest }))) {
        if ($nearest -notmatch '^(.+)\\[^\\]+$') { return "there is no $(ConvertTo-Line $nearest)" }
        $nearest = $Matches[1]
        $right = 'Write'
    }
    if ($nearest -match '^[A-Za-z]:$') { $nearest += '\' }
    if (-not (Test-PathAccess -Path $nearest -Access $right)) { "there is no right to $(if ($right -eq 'Delete') { 'delete' } else { 'write to' }) $(ConvertTo-Line $nearest)" }
}
