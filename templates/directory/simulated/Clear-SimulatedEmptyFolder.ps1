# Stands in for Clear-EmptyFolder on the simulated machine.
function Clear-SimulatedEmptyFolder {
    param([Parameter(Mandatory)] [string] $Path)
    Enter-Effect -Name 'Clear-EmptyFolder' -Text $Path -Change
    $row = $global:Windows.folders[(Resolve-EntryPath -Path $Path)]
    if ($null -eq $row) { throw [System.IO.DirectoryNotFoundException]::new("Could not find a part of the path '$Path'.") }
    if (Test-EntryDenied -Path $Path) { throw [System.UnauthorizedAccessException]::new("Access to the path '$Path' is denied.") }
    if ($row.Contains('inUse') -and $row.inUse) { throw [System.IO.IOException]::new("The process cannot access the file '$Path' because it is being used by another process.") }
    $link = $row.Contains('link') -and $row.link
    if (-not $link -and @(Find-EntryBelow -Path $Path).Count -gt 0) { throw [System.IO.IOException]::new("The directory is not empty : '$Path'.") }
    $global:Windows.folders.Remove((Resolve-EntryPath -Path $Path))
}
