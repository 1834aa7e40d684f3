# Gives the metric of a route that is kept, 'absent' where there is none. At: network, next hop, interface.
function Get-RouteState([string[]] $At) {
    $route = Find-RouteEntry | Where-Object { $_.Kept -and $_.Prefix -eq $At[0] -and $_.NextHop -eq $At[1] -and $_.Interface -eq $At[2] } | Select-Object -First 1
    if ($null -eq $route) { 'absent' } else { "$($route.Metric)" }
}
