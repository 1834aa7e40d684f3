# Stands in for Get-EntryAttribute on the simulated machine.
function Get-SimulatedEntryAttribute {
    param([string] $Path)
    Enter-Effect -Name 'Get-EntryAttribute'
    $folder = Find-FolderRow -Path $Path
    $row = if ($null -ne $folder) { $folder } else { $global:Windows.files[(Resolve-EntryPath -Path $Path)] }
    if ($null -eq $row) { return }
    $bits = if ($row.Contains('attributes')) { [int]$row.attributes } else { 0 }
    $bits -bor $(if ($null -ne $folder) { 0x10 } else { 0x20 })
}
