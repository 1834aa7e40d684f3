# Stands in for Write-ArchiveEntry on the simulated machine.
function Write-SimulatedArchiveEntry {
    param([object] $File, [object] $Entry)
    Enter-Effect -Name 'Write-ArchiveEntry' -Text "$($Entry.Name) $($File.Path)" -Change
    Write-FileRow -Path $File.Path -Content $Entry.Name
}
