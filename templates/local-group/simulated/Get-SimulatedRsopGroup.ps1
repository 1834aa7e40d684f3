# Stands in for Get-RsopGroup on the simulated machine.
function Get-SimulatedRsopGroup {
    Enter-Effect -Name 'Get-RsopGroup'
    Confirm-Cim -Readable $global:Windows.policy.readable
    $groups = $global:Windows.policy.groups
    foreach ($sid in $groups.PSBase.Keys) { [pscustomobject]@{ GpoId = [string]$groups[$sid].object; Name = "*$sid"; Members = [string[]]@($groups[$sid].accounts) } }
}
