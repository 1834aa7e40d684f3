# Stands in for Get-MemoryModule on the simulated machine.
function Get-SimulatedMemoryModule {
    Enter-Effect -Name 'Get-MemoryModule'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($capacity in @($global:Windows.computer.memoryModules)) { [long]$capacity }
}
