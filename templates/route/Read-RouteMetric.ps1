# The metric of the route to a network that is kept.
function Read-RouteMetric([string] $Destination) { Read-RouteSetting $Destination 'Metric' }
