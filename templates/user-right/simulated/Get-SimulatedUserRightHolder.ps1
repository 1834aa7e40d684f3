# Stands in for Get-UserRightHolder on the simulated machine.
function Get-SimulatedUserRightHolder {
    param([string] $Right)
    Enter-Effect -Name 'Get-UserRightHolder'
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    foreach ($sid in @($global:Windows.rights[$Right])) { if ($null -ne $sid) { [string]$sid } }
}
