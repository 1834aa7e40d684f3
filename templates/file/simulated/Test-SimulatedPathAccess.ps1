# Stands in for Test-PathAccess on the simulated machine.
function Test-SimulatedPathAccess {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [ValidateSet('Write', 'Delete')] [string] $Access)
    Enter-Effect -Name 'Test-PathAccess'
    if ($Access -eq 'Delete' -and $Path -match '^[A-Za-z]:\\?$') { return $false }
    -not (Test-EntryDenied -Path $Path)
}
