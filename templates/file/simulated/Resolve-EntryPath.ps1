# Gives a path without the backslash at its end; a drive keeps it.
function Resolve-EntryPath([string] $Path) {
    $trimmed = $Path.TrimEnd('\')
    if ($trimmed.Length -eq 2 -and $trimmed -match '^[A-Za-z]:$') { "$trimmed\" } else { $trimmed }
}
