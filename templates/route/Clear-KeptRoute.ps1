# Deletes a route that is kept, and what route.exe has noted of it. Stays: the next hop of one to the same network that stays.
function Clear-KeptRoute([pscustomobject] $Route, [string] $Stays) {
    if ($Route.Interface) { Add-Journal 'Route' ($Route.Prefix, $Route.NextHop, $Route.Interface) "$($Route.Metric)" 'absent' }
    if ($Route.Interface -or $Route.NextHop -ne $Stays) { Clear-RouteEntry $Route.Prefix $Route.NextHop $Route.Interface }
    foreach ($noted in @(Find-NotedRoute | Where-Object { $_.Prefix -eq $Route.Prefix -and $_.NextHop -eq $Route.NextHop })) {
        Save-RegistryValue 'HKLM' 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\PersistentRoutes' $noted.Note
        Clear-RegistryValue 'HKLM' 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\PersistentRoutes' $noted.Note
    }
}
