# Stands in for Add-ProtectedFolder on the simulated machine.
function Add-SimulatedProtectedFolder {
    param([string] $Path)
    Enter-Effect -Name 'Add-ProtectedFolder' -Text $Path -Change -Own
    if (Test-EntryDenied -Path $Path) { throw [System.UnauthorizedAccessException]::new("Access to the path '$Path' is denied.") }
    if ($null -ne (Find-FolderRow -Path $Path)) { return }
    Add-FolderRow -Path $Path -Protected
    (Find-FolderRow -Path $Path)['rules'] = @(foreach ($sid in 'S-1-5-18', 'S-1-5-32-544') { [ordered]@{ sid = $sid; rights = 0x1F01FF; allow = $true; inheritOnly = $false } })
}
