# Stands in for Test-WlanProfileFile on the simulated machine.
function Test-SimulatedWlanProfileFile {
    Enter-Effect -Name 'Test-WlanProfileFile'
    $global:Windows.wifi.PSBase.Count -gt 0
}
