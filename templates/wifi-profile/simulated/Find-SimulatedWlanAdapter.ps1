# Stands in for Find-WlanAdapter on the simulated machine.
function Find-SimulatedWlanAdapter {
    Enter-Effect -Name 'Find-WlanAdapter'
    if ($global:Windows.hardware.wirelessAdapter) { , [byte[]]::new(16) }
}
