# Installs, upgrades or removes a package by winget on the simulated machine; gives what Invoke-Program gives.
function Enter-WingetChange([string] $Arguments, [timespan] $Timeout) {
    $package = Get-WingetRow $Arguments
    if ($package.duration -gt $Timeout.TotalMilliseconds) {
        Step-Clock -Milliseconds ([long]$Timeout.TotalMilliseconds)
        return [pscustomobject]@{ ExitCode = 1460; TimedOut = $true }
    }
    Step-Clock -Milliseconds ([long]$package.duration)
    $command = $Arguments -replace ' .*'
    # APPINSTALLER_CLI_ERROR_NO_APPLICATIONS_FOUND, _UPDATE_NOT_APPLICABLE
    $code = if ($package.available -eq '' -or ($command -ne 'install' -and @($package.installed).Count -eq 0)) { 0x8A150014 }
    elseif ($command -eq 'upgrade' -and @($package.installed) -contains $package.available) { 0x8A15002B }
    else { [int]$package.exitCode }
    # _INSTALL_REBOOT_REQUIRED_TO_FINISH, _INSTALL_REBOOT_INITIATED
    if ($code -in 0, 0x8A150109, 0x8A15010B) {
        $package.installed = @(if ($command -ne 'uninstall') { $package.available })
        $id = $package.id
        $package.Remove('id')
        $global:Windows.wingetPackages[$id] = $package
        Add-Story "winget: $command $id"
    }
    [pscustomobject]@{ ExitCode = $code; TimedOut = $false }
}
