# Stands in for Find-RouteEntry on the simulated machine: the rows, a default route, and the networks of the connected interfaces.
function Find-SimulatedRouteEntry {
    Enter-Effect -Name 'Find-RouteEntry'
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($name in @($global:Windows.routes.PSBase.Keys)) {
        $prefix, $hop, $interface = $name -split ' ', 3
        $row = $global:Windows.routes[$name]
        foreach ($store in 'active', 'kept') {
            if ($row.$store) { [pscustomobject]@{ Prefix = $prefix; NextHop = $hop; Interface = $interface; Metric = [int]$row.metric; Cost = [int]$row.metric + 25; Kept = $store -eq 'kept' } }
        }
    }
    foreach ($name in @($global:Windows.interfaces.PSBase.Keys)) {
        $row = $global:Windows.interfaces[$name]
        if (-not $row.connected) { continue }
        [pscustomobject]@{ Prefix = '0.0.0.0/0'; NextHop = '10.0.0.1'; Interface = $name; Metric = 0; Cost = [int]$row.metric; Kept = $false }
        foreach ($address in $row.addresses) {
            $prefix, $hop = if ($address.Contains(':')) { ($address -replace '[^:]*\z', '') + '/64'; '::' } else { ($address -replace '\d+\z', '0') + '/24'; '0.0.0.0' }
            [pscustomobject]@{ Prefix = $prefix; NextHop = $hop; Interface = $name; Metric = 256; Cost = 256 + [int]$row.metric; Kept = $false }
        }
    }
}
