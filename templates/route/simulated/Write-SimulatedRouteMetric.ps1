# Stands in for Write-RouteMetric on the simulated machine.
function Write-SimulatedRouteMetric([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric) {
    Enter-Effect -Name 'Write-RouteMetric' -Text "$Prefix $NextHop $Interface $Metric" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
    $global:Windows.routes["$Prefix $NextHop $Interface"].metric = $Metric
    Add-Story "the route to $Prefix by $NextHop gets the metric $Metric"
}
