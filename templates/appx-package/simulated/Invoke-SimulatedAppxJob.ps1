# Stands in for Invoke-AppxJob, which lies below the boundary: only platform functions call it, and none of those runs here.
function Invoke-SimulatedAppxJob([int] $Seconds, [scriptblock] $Block, [string[]] $Argument = @()) {
    throw "Invoke-AppxJob was called on the simulated Windows ($Seconds s, $Argument, $Block): something reached below the platform functions"
}
