# Stands in for Write-UserFlag on the simulated machine.
function Write-SimulatedUserFlag {
    param([string] $Name, [int] $Flags)
    Enter-Effect -Name 'Write-UserFlag' -Text "$Name $Flags" -Change
    Confirm-Administrator -Name $Name -There
    $global:Windows.users[$Name].flags = $Flags
    Add-Story "the account $Name has the flags $Flags"
}
