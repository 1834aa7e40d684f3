# Stands in for Test-InstallerBusy on the simulated machine.
function Test-SimulatedInstallerBusy {
    Enter-Effect -Name 'Test-InstallerBusy'
    Test-SetupRunning
}
