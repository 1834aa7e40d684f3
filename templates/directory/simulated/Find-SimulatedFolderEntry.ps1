# Stands in for Find-FolderEntry on the simulated machine.
function Find-SimulatedFolderEntry {
    param([string] $Path)
    Enter-Effect -Name 'Find-FolderEntry'
    if ($null -eq (Find-FolderRow -Path $Path)) { throw [System.IO.DirectoryNotFoundException]::new("Could not find a part of the path '$Path'.") }
    foreach ($entry in @(Find-EntryBelow -Path $Path)) {
        if ($global:Windows.folders.Contains($entry)) { ConvertTo-PathEntry -Path $entry -Row $global:Windows.folders[$entry] -Directory }
        else { ConvertTo-PathEntry -Path $entry -Row $global:Windows.files[$entry] }
    }
}
