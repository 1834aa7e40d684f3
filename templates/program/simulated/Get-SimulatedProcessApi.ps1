# Stands in for Get-ProcessApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedProcessApi {
    throw 'Get-ProcessApi was called on the simulated Windows: something reached below the platform functions'
}
