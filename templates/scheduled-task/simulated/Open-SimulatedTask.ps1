# Stands in for Open-Task, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedTask([string] $Path) {
    throw 'Open-Task was called on the simulated Windows: something reached below the platform functions'
}
