# Stands in for Get-FolderState on the simulated machine.
function Get-SimulatedFolderState {
    param([Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Get-FolderState'
    $row = Find-FolderRow -Path $Path
    if ($null -ne $row) { [pscustomobject]@{ Owner = [string]$row.owner; Protected = [bool]$row.protected; Reparse = $row.Contains('link') -and [bool]$row.link } }
}
