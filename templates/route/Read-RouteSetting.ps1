# A setting of the route to a network that is kept: NextHop, Interface or Metric; of several routes, all must have the same. Nothing where there is none.
function Read-RouteSetting([string] $Destination, [string] $Setting) {
    $is = @(Find-KeptRoute $Destination | ForEach-Object { $_.$Setting } | Select-Object -Unique)
    if ($is.Count -gt 1) { throw "matches several: $($is -join ', ')" }
    if ("$is") { $is[0] }
}
