# Stands in for Invoke-ProcessClose on the simulated machine.
function Invoke-SimulatedProcessClose {
    param([int] $Id, [datetime] $StartTime)
    $process = $global:Windows.processes[[string]$Id]
    if ($null -eq $process -or (ConvertFrom-Time -Time $process.started) -ne $StartTime -or $process.window -eq 'none') {
        Enter-Effect -Name 'Invoke-ProcessClose'
        return $false
    }
    Enter-Effect -Name 'Invoke-ProcessClose' -Text "$($process.name) $Id" -Change
    if ($process.window -eq 'closes') { $global:Windows.processes.Remove([string]$Id) }
    $true
}
