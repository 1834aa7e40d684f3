# Stands in for Get-RsopAccountStatus on the simulated machine.
function Get-SimulatedRsopAccountStatus {
    param([ValidateSet('EnableAdminAccount', 'EnableGuestAccount')] [string] $Key)
    Enter-Effect -Name 'Get-RsopAccountStatus'
    Confirm-Cim -Readable $global:Windows.policy.readable
    $row = $global:Windows.policy.accountStatus[$Key]
    if ($null -ne $row) { [pscustomobject]@{ GpoId = [string]$row.object; Enabled = [bool]$row.enabled } }
}
