# Stands in for Get-LsaApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedLsaApi {
    throw 'Get-LsaApi was called on the simulated Windows: something reached below the platform functions'
}
