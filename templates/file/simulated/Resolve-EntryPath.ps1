# Gives a path without the backslash at its end; a drive keeps it.
function Resolve-EntryPath {
    param([Parameter(Mandatory)] [string] $Path)
    $trimmed = $Path.TrimEnd('\')
    if ($trimmed -match '^[A-Za-z]:$') { "$trimmed\" } else { $trimmed }
}
