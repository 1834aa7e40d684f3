# Stands in for Find-EncryptableVolume on the simulated machine.
function Find-SimulatedEncryptableVolume {
    Enter-Effect -Name 'Find-EncryptableVolume'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($drive in @($global:Windows.bitlocker.PSBase.Keys)) { [pscustomobject]@{ Drive = $drive; Type = [int]$global:Windows.bitlocker[$drive].type } }
}
