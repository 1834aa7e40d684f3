# Stands in for Get-WlanApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedWlanApi {
    throw 'Get-WlanApi was called on the simulated Windows: something reached below the platform functions'
}
