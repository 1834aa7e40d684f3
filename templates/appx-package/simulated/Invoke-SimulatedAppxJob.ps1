# Stands in for Invoke-AppxJob, which lies below the boundary: only platform functions call it, and none of those runs here.
function Invoke-SimulatedAppxJob([int] $Seconds, [scriptblock] $Block, [string[]] $Argument = @()) {
    $null = $Seconds, $Block, $Argument
    throw 'Invoke-AppxJob was called on the simulated Windows: something reached below the platform functions'
}
