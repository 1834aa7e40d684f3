# Stands in for Open-LsaPolicy, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedLsaPolicy {
    param([string] $Right, [int] $Access, [scriptblock] $Body)
    throw 'Open-LsaPolicy was called on the simulated Windows: something reached below the platform functions'
}
