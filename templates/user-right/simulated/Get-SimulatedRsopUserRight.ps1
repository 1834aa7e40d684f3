# Stands in for Get-RsopUserRight on the simulated machine.
function Get-SimulatedRsopUserRight {
    param([ValidatePattern('^Se[A-Za-z]+$')] [string] $Right)
    Enter-Effect -Name 'Get-RsopUserRight'
    Confirm-Cim -Readable $global:Windows.policy.readable
    $row = $global:Windows.policy.rights[$Right]
    if ($null -ne $row) { [pscustomobject]@{ GpoId = [string]$row.object; Accounts = [string[]]@($row.accounts) } }
}
