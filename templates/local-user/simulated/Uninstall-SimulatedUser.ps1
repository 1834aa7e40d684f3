# Stands in for Uninstall-User on the simulated machine.
function Uninstall-SimulatedUser {
    param([Parameter(Mandatory)] [string] $Name)
    Enter-Effect -Name 'Uninstall-User' -Text $Name -Change
    $machine = $global:Windows
    Confirm-Administrator -Name $Name
    if (-not $machine.users.Contains($Name)) { return }
    $sid = Find-AccountSid -Name ".\$Name"
    if ("$sid" -match '-50[0-4]$') { throw [System.ComponentModel.Win32Exception]::new(1371, 'Cannot perform this operation on built-in accounts') }
    $machine.users.Remove($Name)
    foreach ($account in @($machine.accounts.PSBase.Keys)) { if ($machine.accounts[$account] -eq $sid) { $machine.accounts.Remove($account) } }
    Add-Story "the account $Name is deleted"
}
