# Stands in for Test-NarrowHost on the simulated machine.
function Test-SimulatedNarrowHost {
    Enter-Effect -Name 'Test-NarrowHost'
    $global:Windows.host.systemBits -eq 64 -and $global:Windows.host.bits -eq 32
}
