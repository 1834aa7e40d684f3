# Stands in for Open-Service, which lies below the boundary: only platform functions call it, and none of those runs here.
function Open-SimulatedService {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [int] $Access, [Parameter(Mandatory)] [scriptblock] $Body)
    throw 'Open-Service was called on the simulated Windows: something reached below the platform functions'
}
