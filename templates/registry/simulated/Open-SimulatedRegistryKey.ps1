# Stands in for Open-RegistryKey, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedRegistryKey {
    param([string] $Hive, [string] $Path, [int] $View = 64, [string] $Mode)
    throw 'Open-RegistryKey was called on the simulated Windows: something reached below the platform functions'
}
