# Answers list and search of winget on the simulated machine, as one in another language prints it to a pipe.
function Enter-WingetQuery([string] $Arguments, [timespan] $Timeout) {
    $package = Get-WingetRow $Arguments
    if (-not $package.answers) {
        Step-Clock -Milliseconds ([long]$Timeout.TotalMilliseconds)
        return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true; Output = '' }
    }
    Step-Clock -Milliseconds 1500
    if ($null -ne $package.listExitCode) { return [pscustomobject]@{ ExitCode = [int]$package.listExitCode; TimedOut = $false; Output = 'Fehler' } }
    $search = $Arguments -like 'search *'
    $versions = @(if ($search) { $package.available } else { $package.installed }) -ne ''
    # APPINSTALLER_CLI_ERROR_NO_APPLICATIONS_FOUND
    if ($versions.Count -eq 0) { return [pscustomobject]@{ ExitCode = 0x8A150014; TimedOut = $false; Output = 'Es wurde kein Paket gefunden.' } }
    $rows = foreach ($version in $versions) { "Ein Name von $($package.id) 7.0 $($package.id) $version$(if (-not $search) { '   ' + $package.available })" }
    $lines = @("`r   - `r   \ `r", 'Name      ID      Version Verf', ('-' * 40)) + @($rows)
    [pscustomobject]@{ ExitCode = 0; TimedOut = $false; Output = $lines -join "`r`n" }
}
