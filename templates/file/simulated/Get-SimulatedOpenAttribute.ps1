# Stands in for Get-OpenAttribute, which lies below the boundary: only platform functions call it, and none of those runs here.
function Get-SimulatedOpenAttribute {
    param([object] $Handle)
    $null = $Handle
    throw 'Get-OpenAttribute was called on the simulated Windows: something reached below the platform functions'
}
