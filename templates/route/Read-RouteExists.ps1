# Whether a route to a network is kept.
function Read-RouteExists([string] $Destination) { @(Find-KeptRoute $Destination).Count -gt 0 }
