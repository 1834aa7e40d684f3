# Stands in for Clear-TaskEntry on the simulated machine.
function Clear-SimulatedTaskEntry {
    param([Parameter(Mandatory)] [string] $Path)
    $null = Enter-Effect -Name 'Clear-TaskEntry' -Text $Path -Change
    $global:Windows.tasks.Remove($Path)
    Add-Story "The task $Path is deleted"
}
