# Stands in for Invoke-PowerShellJob, which lies below the boundary: only platform functions call it, and none of those runs here.
function Invoke-SimulatedPowerShellJob([int] $Seconds, [scriptblock] $Block, [string[]] $Argument = @()) {
    $null = $Seconds, $Block, $Argument
    throw 'Invoke-PowerShellJob was called on the simulated Windows: something reached below the platform functions'
}
