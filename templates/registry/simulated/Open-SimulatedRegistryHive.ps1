# Stands in for Open-RegistryHive, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedRegistryHive {
    param([Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU', 'HKU')] [string] $Hive, [ValidateSet(64, 32)] [int] $View = 64)
    throw 'Open-RegistryHive was called on the simulated Windows: something reached below the platform functions'
}
