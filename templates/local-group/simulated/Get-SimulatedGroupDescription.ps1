# Stands in for Get-GroupDescription on the simulated machine.
function Get-SimulatedGroupDescription {
    param([string] $Name)
    Enter-Effect -Name 'Get-GroupDescription'
    $sid = Find-GroupRow -Name $Name
    if ($null -ne $sid) { [string]$global:Windows.groupDescriptions[$sid] }
}
