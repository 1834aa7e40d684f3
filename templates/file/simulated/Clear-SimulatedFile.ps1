# Stands in for Clear-File on the simulated machine.
function Clear-SimulatedFile {
    param([Parameter(Mandatory)] [string] $Path)
    if (-not $global:Windows.files.Contains($Path)) { return Enter-Effect -Name 'Clear-File' }
    Enter-Effect -Name 'Clear-File' -Text $Path -Change
    Confirm-Write -Path $Path
    $global:Windows.files.Remove($Path)
}
