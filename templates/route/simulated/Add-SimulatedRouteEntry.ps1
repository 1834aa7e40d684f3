# Stands in for Add-RouteEntry on the simulated machine.
function Add-SimulatedRouteEntry([string] $Prefix, [string] $NextHop, [string] $Interface, [int] $Metric) {
    Enter-Effect -Name 'Add-RouteEntry' -Text "$Prefix $NextHop $Interface $Metric" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
    if (-not $global:Windows.interfaces.Contains($Interface)) { throw 'No matching interface was found.' }
    if ($global:Windows.routes.Contains("$Prefix $NextHop $Interface")) { throw 'Instance MSFT_NetRoute already exists.' }
    $global:Windows.routes["$Prefix $NextHop $Interface"] = [ordered]@{ metric = $Metric; kept = $true; active = $true }
    Add-Story "a route to $Prefix by $NextHop is made"
}
