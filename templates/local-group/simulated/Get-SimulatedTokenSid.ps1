# Stands in for Get-TokenSid on the simulated machine.
function Get-SimulatedTokenSid {
    Enter-Effect -Name 'Get-TokenSid'
    $account = [string]$global:Windows.host.account
    $account
    foreach ($group in $global:Windows.groups.PSBase.Keys) { if (@($global:Windows.groups[$group]) -contains $account) { [string]$group } }
    'S-1-1-0'
}
