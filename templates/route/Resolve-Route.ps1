# What a remedy asks of the routes to a network: Prefix, NextHop, Interface, Metric; Kept, those that there are; There, the one of them that stays; Trouble, why it cannot be so.
## 256 is what New-NetRoute takes where it is not told.
function Resolve-Route([string] $Destination, [string] $NextHop, [string] $Interface, [object] $Metric) {
    $kept = @(Find-KeptRoute $Destination)
    $hop = if ($NextHop) { "$(ConvertTo-RouteAddress $NextHop)" } elseif ($kept.Count -eq 1) { $kept[0].NextHop }
    $there = $kept | Where-Object { $_.NextHop -eq $hop -and (-not $Interface -or $_.Interface -eq $Interface) } | Select-Object -First 1
    $through = if ($Interface) { $Interface } elseif ($null -ne $there -and $there.Interface) { $there.Interface } elseif ($hop -and $hop -notlike 'fe80:*') { Find-RouteInterface $hop }
    [pscustomobject]@{
        Prefix    = ConvertTo-RoutePrefix $Destination
        NextHop   = $hop
        Interface = $through
        Metric    = if ($null -ne $Metric) { [int]$Metric } elseif ($null -ne $there) { $there.Metric } else { 256 }
        Kept      = $kept
        There     = $there
        Trouble   = $(
            if (-not $hop) { if ($kept.Count -eq 0) { 'the remedy does not say the next_hop by which it would go' } else { "$($kept.Count) routes go there (by $($kept.NextHop -join ', ')), and the remedy does not say which next_hop is meant" } }
            elseif ($hop.Contains(':') -ne $Destination.Contains(':')) { "next_hop $hop is of the other version of IP" }
            elseif (-not $through) { "no network interface that is connected is on the network of $hop; connect it, or say its interface" }
            elseif (-not (Test-IpInterface $through)) { "there is no network interface $(Format-Name $through)" }
        )
    }
}
