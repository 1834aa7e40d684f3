# Stands in for Find-NetworkAdapter on the simulated machine.
function Find-SimulatedNetworkAdapter {
    Enter-Effect -Name 'Find-NetworkAdapter'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($name in @($global:Windows.interfaces.PSBase.Keys)) {
        $row = $global:Windows.interfaces[$name]
        $servers = if (@($row.servers).Count -gt 0) { $row.servers } elseif ($row.dhcp) { $row.dhcpServers }
        [pscustomobject]@{
            Name = $name; Description = [string]$row.description; Index = [int]$row.index; Guid = [string]$row.guid; State = $(if ($row.connected) { 1 } else { 2 })
            Physical = [bool]$row.physical; IpEnabled = [bool]$row.connected; Dhcp = [bool]$row.dhcp; Servers = @(if ($row.connected) { $servers })
            Mac = [string]$row.mac; Addresses = @(if ($row.connected) { $row.addresses }); Metric = if ($row.connected -and $row.metric) { [uint32]$row.metric }
        }
    }
}
