# Stands in for Open-WlanSession, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedWlanSession {
    throw 'Open-WlanSession was called on the simulated Windows: something reached below the platform functions'
}
