# The reason where a route to a network is kept.
function Test-RouteAbsence([string] $Destination) { if (Read-RouteExists $Destination) { "route $(ConvertTo-Line $Destination) is there, it should be absent" } }
