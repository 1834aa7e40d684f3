# Stands in for Uninstall-Group on the simulated machine.
function Uninstall-SimulatedGroup {
    param([Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Uninstall-Group' -Text $Name -Change
    $machine = $global:Windows
    if (-not $machine.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    $sid = Find-GroupRow -Name $Name
    if ($null -eq $sid) { return }
    if ($sid -like 'S-1-5-32-*') { throw [System.ComponentModel.Win32Exception]::new(1371, 'Cannot perform this operation on built-in accounts') }
    $machine.groups.Remove($sid)
    $machine.groupDescriptions.Remove($sid)
    foreach ($account in @($machine.accounts.PSBase.Keys)) { if ($machine.accounts[$account] -eq $sid) { $machine.accounts.Remove($account) } }
    Add-Story "the group $Name is deleted"
}
