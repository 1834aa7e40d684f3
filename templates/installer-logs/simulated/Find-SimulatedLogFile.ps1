# Stands in for Find-LogFile on the simulated machine.
function Find-SimulatedLogFile {
    param([string] $Folder, [string] $Pattern)
    Enter-Effect -Name 'Find-LogFile'
    if ($null -ne (Find-FolderRow -Path $Folder)) {
        foreach ($entry in @(Find-EntryBelow -Path $Folder)) {
            if (-not $global:Windows.files.Contains($entry) -or ($entry -replace '^.*\\', '') -notlike $Pattern.Replace('[', '`[').Replace(']', '`]')) { continue }
            $row = $global:Windows.files[$entry]
            [pscustomobject]@{ Path = $entry; Length = Get-RowSize -Row $row; Time = ConvertFrom-Time -Time $row.written }
        }
    }
}
