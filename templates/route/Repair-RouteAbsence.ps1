# Deletes all routes to a network that are kept.
function Repair-RouteAbsence([Parameter(Mandatory)] [string] $Destination) { foreach ($route in @(Find-KeptRoute $Destination)) { Clear-KeptRoute $route } }
