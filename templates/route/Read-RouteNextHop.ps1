# The gateway by which the route to a network goes that is kept.
function Read-RouteNextHop([string] $Destination) { Read-RouteSetting $Destination 'NextHop' }
