# Stands in for Write-ServiceAccount on the simulated machine.
function Write-SimulatedServiceAccount {
    param([string] $Name, [string] $Account, [securestring] $Password)
    $fault = Enter-Effect -Name 'Write-ServiceAccount' -Text "$Name $Account" -Change -Coded
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.deleteMarked) { return 1072 }
    if ($Account -ne 'LocalSystem' -and $Account -ne "NT SERVICE\$Name" -and $null -eq (Find-AccountSid -Name $Account)) { return 1057 }
    $service.account = $Account
    $service.passwordValid = $true
    if ($null -ne $Password) { Write-Verbose "a password of $($Password.Length) characters is taken as right" }
    0
}
