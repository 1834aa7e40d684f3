# Stands in for Get-UserState on the simulated machine.
function Get-SimulatedUserState {
    param([string] $Name)
    Enter-Effect -Name 'Get-UserState'
    $user = $global:Windows.users[$Name]
    if ($null -ne $user) { [pscustomobject]@{ Flags = [int]$user.flags; FullName = [string]$user.fullName; Description = [string]$user.description } }
}
