# The network interface of the route to a network that is kept; $null where route.exe has made it.
function Read-RouteInterface([string] $Destination) { Read-RouteSetting $Destination 'Interface' }
