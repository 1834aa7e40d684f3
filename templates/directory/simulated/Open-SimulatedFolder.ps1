# Stands in for Open-Folder on the simulated machine.
function Open-SimulatedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Open-Folder'
    $row = Find-FolderRow -Path $Path
    if ($null -eq $row) { throw [System.ComponentModel.Win32Exception]::new(3, 'The system cannot find the path specified') }
    if ($row.Contains('link') -and $row.link) { throw "$Path is a junction or link" }
    [System.IO.MemoryStream]::new()
}
