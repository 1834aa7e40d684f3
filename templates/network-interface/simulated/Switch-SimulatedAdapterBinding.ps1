# Stands in for Switch-AdapterBinding on the simulated machine.
function Switch-SimulatedAdapterBinding([string] $Name, [string] $Component, [bool] $Enabled) {
    Enter-Effect -Name 'Switch-AdapterBinding' -Text "$Name $Component $Enabled" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
    $global:Windows.interfaces[$Name].ipv6 = $Enabled
    Add-Story "IPv6 of the network interface $Name is $(if ($Enabled) { 'on' } else { 'off' })"
}
