# Answers list of Chocolatey on the simulated machine.
function Enter-ChocoQuery([string] $Arguments, [timespan] $Timeout) {
    $package = Get-ChocolateyRow $Arguments
    if (-not $package.answers) {
        Step-Clock -Milliseconds ([long]$Timeout.TotalMilliseconds)
        return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true; Output = '' }
    }
    Step-Clock -Milliseconds 1500
    if ($null -ne $package.listExitCode) { return [pscustomobject]@{ ExitCode = [int]$package.listExitCode; TimedOut = $false; Output = 'Something went wrong' } }
    $row = if ($package.installed -ne '') { "$($package.id)|$($package.installed)`r`n" } else { '' }
    [pscustomobject]@{ ExitCode = 0; TimedOut = $false; Output = $row }
}
