# Stands in for Get-SecurityApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedSecurityApi {
    throw 'Get-SecurityApi was called on the simulated Windows: something reached below the platform functions'
}
