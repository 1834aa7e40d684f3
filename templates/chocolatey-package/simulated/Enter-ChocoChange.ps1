# Installs, upgrades or removes a package by Chocolatey on the simulated machine; gives what Invoke-Program gives.
function Enter-ChocoChange([string] $Arguments, [timespan] $Timeout) {
    $package = Get-ChocolateyRow $Arguments
    if ($package.duration -gt $Timeout.TotalMilliseconds) {
        Step-Clock -Milliseconds ([long]$Timeout.TotalMilliseconds)
        return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true }
    }
    Step-Clock -Milliseconds ([long]$package.duration)
    $command = $Arguments -replace ' .*'
    $wanted = if ($Arguments -match ' --version=(\S+)') { $Matches[1] } else { $package.available }
    $isDowngrade = $command -eq 'upgrade' -and $package.installed -match '^[0-9.]+$' -and [version]$wanted -lt [version]$package.installed -and $Arguments -notlike '* --allow-downgrade*'
    # the sources have no newer one, and every older one
    $code = if ($command -ne 'uninstall' -and ([version]$wanted -gt [version]$package.available -or $isDowngrade)) { 1 } else { [int]$package.exitCode }
    if ($code -in 0, 1641, 3010) {
        $package.installed = if ($command -ne 'uninstall') { $wanted } else { '' }
        $id = $package.id
        $package.Remove('id')
        $global:Windows.chocolateyPackages[$id] = $package
        Add-Story "choco: $command $id"
    }
    [pscustomobject]@{ ExitCode = $code; TimedOut = $false }
}
