# Stands in for Get-OwnFolder on the simulated machine.
function Get-SimulatedOwnFolder {
    param([string] $Name)
    Enter-Effect -Name 'Get-OwnFolder'
    [string]$global:Windows.specialFolders[$Name]
}
