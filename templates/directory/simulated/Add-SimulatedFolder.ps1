# Stands in for Add-Folder on the simulated machine.
function Add-SimulatedFolder {
    param([string] $Path)
    Enter-Effect -Name 'Add-Folder' -Text $Path -Change
    if (Test-EntryDenied -Path $Path) { throw [System.UnauthorizedAccessException]::new("Access to the path '$Path' is denied.") }
    Add-FolderRow -Path $Path
}
