# Stands in for Test-FileEntry on the simulated machine.
function Test-SimulatedFileEntry {
    param([string] $Path)
    Enter-Effect -Name 'Test-FileEntry'
    $global:Windows.files.Contains($Path)
}
