# Stands in for Find-WlanProfile on the simulated machine.
function Find-SimulatedWlanProfile([byte[]] $Interface) {
    Enter-Effect -Name 'Find-WlanProfile'
    foreach ($name in @($global:Windows.wifi.PSBase.Keys)) {
        [pscustomobject]@{ Interface = $Interface; Name = $name; Flags = [int][bool]$global:Windows.wifi[$name].groupPolicy }
    }
}
