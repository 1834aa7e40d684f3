# Stands in for Get-ServiceApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedServiceApi {
    throw 'Get-ServiceApi was called on the simulated Windows: something reached below the platform functions'
}
