# Stands in for Find-WlanProfile on the simulated machine.
function Find-SimulatedWlanProfile {
    Enter-Effect -Name 'Find-WlanProfile'
    if (-not $global:Windows.hardware.wirelessAdapter) { throw 'this computer has no wireless adapter that is enabled' }
    foreach ($name in @($global:Windows.wifi.PSBase.Keys)) {
        [pscustomobject]@{ Interface = [byte[]]::new(16); Name = $name; Flags = [int][bool]$global:Windows.wifi[$name].groupPolicy }
    }
}
