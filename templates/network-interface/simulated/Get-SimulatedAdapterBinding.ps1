# Stands in for Get-AdapterBinding on the simulated machine.
function Get-SimulatedAdapterBinding([string] $Component) {
    Enter-Effect -Name 'Get-AdapterBinding'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $bindings = @{}
    if ($Component -ne 'ms_tcpip6') { return $bindings }
    foreach ($name in @($global:Windows.interfaces.PSBase.Keys)) { $bindings[$name] = [bool]$global:Windows.interfaces[$name].ipv6 }
    $bindings
}
