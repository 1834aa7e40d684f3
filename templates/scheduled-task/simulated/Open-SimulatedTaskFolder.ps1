# Stands in for Open-TaskFolder, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedTaskFolder([string] $Path, [switch] $Create) {
    throw 'Open-TaskFolder was called on the simulated Windows: something reached below the platform functions'
}
