# Stands in for Find-InstalledUpdate on the simulated machine.
function Find-SimulatedInstalledUpdate([ValidatePattern('^(KB[0-9]+)?\z')] [string] $Id) {
    Enter-Effect -Name 'Find-InstalledUpdate'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($name in @($global:Windows.updates.hotfixes.Keys)) {
        if (-not $Id -or $name -eq $Id) { [pscustomobject]@{ Id = $name; InstalledOn = [string]$global:Windows.updates.hotfixes[$name].installedOn } }
    }
}
