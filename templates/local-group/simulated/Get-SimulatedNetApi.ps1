# Stands in for Get-NetApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedNetApi {
    throw 'Get-NetApi was called on the simulated Windows: something reached below the platform functions'
}
