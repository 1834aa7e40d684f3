# Stands in for Install-User on the simulated machine.
function Install-SimulatedUser {
    param([string] $Name, [securestring] $Password, [int] $Flags)
    Enter-Effect -Name 'Install-User' -Text "$Name $Flags" -Change
    $machine = $global:Windows
    Confirm-Administrator -Name $Name
    if ($machine.users.Contains($Name)) { throw [System.ComponentModel.Win32Exception]::new(2224, 'The account already exists') }
    if ($machine.passwordsRefused -or $Password.Length -eq 0) { throw 'the password is not as the password policy wants it' }
    $sid = Find-AccountSid -Name ".\$Name"
    if ($null -eq $sid) { $machine.accounts["SRV01\$Name"] = "$(Find-MachineSid)-$(2000 + $machine.accounts.Count)" }
    $machine.users[$Name] = @{ fullName = ''; description = ''; flags = $Flags; passwordSet = [long]$machine.clock.now }
    Add-Story "the account $Name is made"
}
