# Stands in for Test-IpInterface on the simulated machine.
function Test-SimulatedIpInterface([string] $Name) {
    Enter-Effect -Name 'Test-IpInterface'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $global:Windows.interfaces.Contains($Name)
}
