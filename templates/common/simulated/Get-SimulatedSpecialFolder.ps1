# Stands in for Get-SpecialFolder on the simulated machine.
function Get-SimulatedSpecialFolder {
    param([string] $Name)
    Enter-Effect -Name 'Get-SpecialFolder'
    [string]$global:Windows.specialFolders[$Name]
}
