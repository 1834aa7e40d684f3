# Stands in for Add-ProtectedFolder on the simulated machine.
function Add-SimulatedProtectedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Add-ProtectedFolder' -Text $Path -Change -Own
    if (Test-EntryDenied -Path $Path) { throw [System.UnauthorizedAccessException]::new("Access to the path '$Path' is denied.") }
    Add-FolderRow -Path $Path -Protected
}
