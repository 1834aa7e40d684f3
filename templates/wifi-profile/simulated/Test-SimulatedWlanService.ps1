# Stands in for Test-WlanService on the simulated machine.
function Test-SimulatedWlanService {
    Enter-Effect -Name 'Test-WlanService'
    [bool]$global:Windows.hardware.wirelessService
}
