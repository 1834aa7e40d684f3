function Clear-FolderLevel {
    <#
    .SYNOPSIS
        Removes matching files of a folder and of those below it, goes on past what is in use, and gives Removed, Kept (could not be removed) and Why (of the first).
    .DESCRIPTION
        Each folder is held open while it is looked at (Open-Folder), so that nobody replaces it by a junction meanwhile. Junctions and links to folders are
        neither followed nor removed; of a link to a file the link itself. Emptied folders go only when no patterns choose among the files.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [AllowNull()] [AllowEmptyCollection()] [string[]] $Files,
        [Parameter(Mandatory)] [datetime] $Before
    )
    $sum = [pscustomobject]@{ Removed = 0; Kept = 0; Why = '' }
    $everything = @($Files | Where-Object { $_ }).Count -eq 0
    $handle = Open-Folder -Path $Path
    try {
        foreach ($entry in @(Find-FolderEntry -Path $Path)) {
            try {
                if ($entry.IsDirectory) {
                    if ($entry.IsLink) { continue }
                    $below = Clear-FolderLevel -Path $entry.Path -Files $Files -Before $Before
                    $sum.Removed += $below.Removed
                    $sum.Kept += $below.Kept
                    if ($sum.Why -eq '') { $sum.Why = $below.Why }
                    if ($everything -and $entry.WriteTime -le $Before -and @(Find-FolderEntry -Path $entry.Path).Count -eq 0) { Clear-EmptyFolder -Path $entry.Path }
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
