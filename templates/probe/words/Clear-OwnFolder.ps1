# Deletes the folder of the probe with everything in it; a junction in it is taken away and not followed.
function Clear-OwnFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $entry = Get-PathEntry -Path $Path
    if ($null -eq $entry) { return }
    if (-not $entry.IsLink) {
        foreach ($inner in @(Find-FolderEntry -Path $Path)) { if ($inner.IsDirectory) { Clear-OwnFolder -Path $inner.Path } else { Clear-Entry -Path $inner.Path } }
    }
    Clear-Entry -Path $Path
}
