# Stands in for Get-RsopGpoName on the simulated machine.
function Get-SimulatedRsopGpoName {
    param([Parameter(Mandatory)] [string] $GpoId, [string] $Account = '')
    Enter-Effect -Name 'Get-RsopGpoName'
    Confirm-Cim -Readable $global:Windows.policy.readable
    if ($Account -ne '') { Write-Verbose "objects of users and of the computer stand in one table: $Account" }
    if ($global:Windows.policy.objects.Contains($GpoId)) { $global:Windows.policy.objects[$GpoId] }
}
