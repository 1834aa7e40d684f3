# Stands in for Invoke-Program on the simulated machine.
function Invoke-SimulatedProgram {
    param(
        [string] $Path,
        [string] $Arguments = '',
        [hashtable] $Environment = @{},
        [timespan] $Timeout,
        [timespan] $Linger = [timespan]::Zero,
        [scriptblock] $Started
    )
    $fault = Enter-Effect -Name 'Invoke-Program' -Text "$Path $Arguments" -Change -Coded
    if ($fault -eq 'fail') { return [pscustomobject]@{ ExitCode = 1603; TimedOut = $false } }
    if ($fault -eq 'time-out') { return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true } }
    if ($Linger.Ticks -gt 0 -or $Environment.Count -gt 0) { Write-Verbose 'programs of the simulation leave nothing behind and need no environment' }
    if (-not $global:Windows.files.Contains($Path)) { throw [System.ComponentModel.Win32Exception]::new(2, "$Path could not be started: The system cannot find the file specified (2)") }
    $id = Add-Process -Name ($Path -replace '^.*\\' -replace '\.exe$') -Path $Path
    $global:Simulation.Program = @{ Id = $id; Effect = $global:Simulation.Effects.Count; Started = $Started }
    Enter-Program -Path $Path -Arguments $Arguments -Timeout $Timeout
    $global:Windows.processes.Remove([string]$id)
}
