# Why a route cannot be as wished, or nothing.
function Find-RouteBlocker([string] $Destination, [string] $NextHop, [string] $Interface, [object] $Metric) {
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
    (Resolve-Route $Destination $NextHop $Interface $Metric).Trouble
}
