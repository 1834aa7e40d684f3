# Stands in for Get-SpecialFolder on the simulated machine.
function Get-SimulatedSpecialFolder {
    param([Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Get-SpecialFolder'
    [string]$global:Windows.specialFolders[$Name]
}
