# Removes files of a folder and below, past what is in use.
## Gives Removed, Kept and Why (of the first that is kept).
## Folders go when they become empty thereby, with All also those that were. Junctions and links to folders are not followed, and removed only with All; of a link to a file the
## link itself. A folder that is made a junction meanwhile leads to names only: Clear-Entry removes nothing whose real path is another one.
function Clear-FolderLevel {
    param(
        [Parameter(Mandatory)] [string] $Path,
        #remedyc:only Directory.Files
        [string[]] $Files,
        #remedyc:end
        [Parameter(Mandatory)] [datetime] $Before,
        [switch] $All
    )
    $sum = [pscustomobject]@{ Removed = 0; Kept = 0; Why = '' }
    foreach ($entry in @(Find-FolderEntry $Path)) {
        try {
            if ($entry.IsDirectory -and -not $entry.IsLink) {
                $PSBoundParameters['Path'] = $entry.Path
                $below = Clear-FolderLevel @PSBoundParameters
                $sum.Removed += $below.Removed
                $sum.Kept += $below.Kept
                if ($sum.Why -eq '') { $sum.Why = $below.Why }
                if (($All -or $below.Removed -gt 0) -and @(Find-FolderEntry $entry.Path).Count -eq 0) { Clear-Entry $entry.Path }
                continue
            }
            if ($entry.IsDirectory) { if (-not $All) { continue } }
            elseif ($entry.WriteTime -gt $Before) { continue }
            #remedyc:only Directory.Files
            elseif (-not (Test-FilePattern $entry.Name $Files)) { continue }
            #remedyc:end
            Clear-Entry $entry.Path
            $sum.Removed++
        }
        catch {
            $sum.Kept++
            if ($sum.Why -eq '') { $sum.Why = "$(ConvertTo-Line $entry.Path): $(ConvertTo-Line $_.Exception.GetBaseException().Message)" }
        }
    }
    $sum
}
