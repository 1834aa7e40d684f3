# Stands in for Get-FileVersion on the simulated machine.
function Get-SimulatedFileVersion {
    param([string] $Path)
    Enter-Effect -Name 'Get-FileVersion'
    $row = Open-FileRow -Path $Path
    if ($row.Contains('version')) { [version]$row.version }
}
