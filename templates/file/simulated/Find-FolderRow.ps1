# Gives a folder's row, $null when it is absent. The root of a drive is there when the drive is.
function Find-FolderRow([string] $Path) {
    $trimmed = $Path.TrimEnd('\')
    if ($trimmed.Length -ne 2 -or $trimmed -notmatch '^[A-Za-z]:$') { return $global:Windows.folders[$trimmed] }
    if ($global:Windows.drives.Contains($trimmed)) { [ordered]@{ written = 0; owner = 'S-1-5-18'; protected = $true } }
}
