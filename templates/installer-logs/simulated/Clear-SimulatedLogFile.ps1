# Stands in for Clear-LogFile on the simulated machine.
function Clear-SimulatedLogFile {
    param([Parameter(Mandatory)] [string] $Path)
    if (-not $global:Windows.files.Contains($Path)) { return Enter-Effect -Name 'Clear-LogFile' }
    Enter-Effect -Name 'Clear-LogFile' -Text $Path -Change -Own
    Confirm-Write -Path $Path
    $global:Windows.files.Remove($Path)
}
