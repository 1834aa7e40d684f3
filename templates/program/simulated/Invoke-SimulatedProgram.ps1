# Stands in for Invoke-Program on the simulated machine.
function Invoke-SimulatedProgram {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [string] $Arguments = '',
        [hashtable] $Environment = @{},
        [Parameter(Mandatory)] [timespan] $Timeout,
        [timespan] $Linger = [timespan]::Zero
    )
    $fault = Enter-Effect -Name 'Invoke-Program' -Text "$Path $Arguments" -Change -Coded
    if ($fault -eq 'fail') { return [pscustomobject]@{ ExitCode = 1603; TimedOut = $false } }
    if ($fault -eq 'time-out') { return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true } }
    if ($Linger.Ticks -gt 0 -or $Environment.Count -gt 0) { Write-Verbose 'programs of the simulation leave nothing behind and need no environment' }
    Enter-Program -Path $Path -Arguments $Arguments -Timeout $Timeout
}
