# Stands in for Get-FolderApi, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedFolderApi {
    throw 'Get-FolderApi was called on the simulated Windows: something reached below the platform functions'
}
