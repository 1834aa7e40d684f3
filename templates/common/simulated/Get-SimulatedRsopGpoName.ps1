# Stands in for Get-RsopGpoName on the simulated machine.
function Get-SimulatedRsopGpoName {
    param([string] $GpoId, [string] $Space = 'computer')
    Enter-Effect -Name 'Get-RsopGpoName'
    Confirm-Cim -Readable $global:Windows.policy.readable
    if ($Space -ne 'computer') { Write-Verbose "objects of users and of the computer stand in one table: $Space" }
    if ($global:Windows.policy.objects.Contains($GpoId)) { $global:Windows.policy.objects[$GpoId] }
}
