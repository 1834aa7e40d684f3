# Stands in for Clear-RouteEntry on the simulated machine.
function Clear-SimulatedRouteEntry {
    param([Parameter(Mandatory)] [string] $Prefix, [Parameter(Mandatory)] [string] $NextHop, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Interface)
    Enter-Effect -Name 'Clear-RouteEntry' -Text "$Prefix $NextHop $Interface" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    foreach ($name in @($global:Windows.routes.PSBase.Keys)) {
        if ($name -ne "$Prefix $NextHop $Interface" -and ($Interface -or -not $name.StartsWith("$Prefix $NextHop "))) { continue }
        if (-not $global:Windows.host.elevated) { throw [System.UnauthorizedAccessException]::new('Access is denied.') }
        $global:Windows.routes.Remove($name)
        Add-Story "the route to $Prefix by $NextHop is deleted"
    }
}
