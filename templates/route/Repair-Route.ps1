# Makes a route to a network, or has the one that is kept go as wished; others to the same network are deleted when it is there.
function Repair-Route([string] $Destination, [string] $NextHop, [string] $Interface, [object] $Metric) {
    $wish = Resolve-Route $Destination $NextHop $Interface $Metric
    if ($wish.Trouble) { throw $wish.Trouble }
    $at = $wish.Prefix, $wish.NextHop, $wish.Interface
    $stays = if ($null -ne $wish.There -and $wish.There.Interface) { $wish.There }
    if ($null -eq $stays) {
        Add-Journal 'Route' $at 'absent' "$($wish.Metric)"
        # one that was not kept would be in the way
        Clear-RouteEntry $wish.Prefix $wish.NextHop $wish.Interface
        Add-RouteEntry $wish.Prefix $wish.NextHop $wish.Interface $wish.Metric
    }
    elseif ($stays.Metric -ne $wish.Metric) {
        Add-Journal 'Route' $at "$($stays.Metric)" "$($wish.Metric)"
        Write-RouteMetric $wish.Prefix $wish.NextHop $wish.Interface $wish.Metric
    }
    foreach ($other in $wish.Kept) { if ($other.NextHop -ne $wish.NextHop -or $other.Interface -ne $wish.Interface) { Clear-KeptRoute $other $wish.NextHop } }
}
