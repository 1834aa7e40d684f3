# Removes matching files of a folder and of those below it, goes on past what is in use, and gives Removed, Kept (could not be removed) and Why (of the first).
## Each folder is held open while it is looked at (Open-Folder), so that nobody replaces it by a junction meanwhile. Junctions and links to folders are
## not followed, and removed only with All; of a link to a file the link itself. Folders go when they become empty thereby, with All also those that were.
function Clear-FolderLevel {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [AllowNull()] [AllowEmptyCollection()] [string[]] $Files,
        [Parameter(Mandatory)] [datetime] $Before,
        [switch] $All
    )
    $sum = [pscustomobject]@{ Removed = 0; Kept = 0; Why = '' }
    $handle = Open-Folder -Path $Path
    try {
        foreach ($entry in @(Find-FolderEntry -Path $Path)) {
            try {
                if ($entry.IsDirectory -and $entry.IsLink) {
                    if ($All) {
                        Clear-EmptyFolder -Path $entry.Path
                        $sum.Removed++
                    }
                }
                elseif ($entry.IsDirectory) {
                    $below = Clear-FolderLevel -Path $entry.Path -Files $Files -Before $Before -All:$All
                    $sum.Removed += $below.Removed
                    $sum.Kept += $below.Kept
                    if ($sum.Why -eq '') { $sum.Why = $below.Why }
                    if (($All -or $below.Removed -gt 0) -and @(Find-FolderEntry -Path $entry.Path).Count -eq 0) { Clear-EmptyFolder -Path $entry.Path }
                }
                elseif ($entry.WriteTime -le $Before -and (Test-FilePattern -Name $entry.Name -Pattern $Files)) {
                    Clear-File -Path $entry.Path
                    $sum.Removed++
                }
            }
            catch {
                $sum.Kept++
                if ($sum.Why -eq '') { $sum.Why = "$(ConvertTo-Line $entry.Path): $(ConvertTo-Line $_.Exception.GetBaseException().Message)" }
            }
        }
    }
    finally { $handle.Dispose() }
    $sum
}
