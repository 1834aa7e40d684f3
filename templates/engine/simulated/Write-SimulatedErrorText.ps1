# Stands in for Write-ErrorText on the simulated machine.
function Write-SimulatedErrorText {
    param([string] $Text)
    Enter-Effect -Name 'Write-ErrorText'
    $global:Simulation.Errors.Add($Text)
}
