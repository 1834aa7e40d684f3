# Stands in for Uninstall-Service on the simulated machine.
function Uninstall-SimulatedService {
    param([Parameter(Mandatory)] [string] $Name)
    $fault = Enter-Effect -Name 'Uninstall-Service' -Text $Name -Change -Coded
    if ($Name.Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1053 }
    if ($fault -eq 'fail' -or ($global:Windows.services.Contains($Name) -and -not $global:Windows.host.elevated)) { return 5 }
    Clear-Service -Name $Name
}
