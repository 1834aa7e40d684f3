# Stands in for Find-GroupMember on the simulated machine.
function Find-SimulatedGroupMember {
    param([string] $Name)
    Enter-Effect -Name 'Find-GroupMember'
    $sid = Find-GroupRow -Name $Name
    if ($null -eq $sid) { throw [System.ComponentModel.Win32Exception]::new(1376, 'The specified local group does not exist') }
    foreach ($member in @($global:Windows.groups[$sid])) { if ($null -ne $member) { [string]$member } }
}
