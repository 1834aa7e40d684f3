# Stands in for Get-UserPasswordAge on the simulated machine.
function Get-SimulatedUserPasswordAge {
    param([string] $Name)
    Enter-Effect -Name 'Get-UserPasswordAge'
    $user = $global:Windows.users[$Name]
    if ($null -eq $user) { throw [System.ComponentModel.Win32Exception]::new(2221, 'The user name could not be found') }
    [int](([long]$global:Windows.clock.now - [long]$user.passwordSet) / 1000)
}
