# What of a network interface is not as wished: Setting, Is and Wish, as texts.
function Find-NetworkInterfaceDeviation([pscustomobject] $Interface, [object] $DnsServers, [string] $DnsSource, [object] $Ipv6) {
    $wishes = [ordered]@{}
    if ($null -ne $DnsServers) { $wishes['dns_servers'] = $DnsServers -join ', ' }
    if ($DnsSource) { $wishes['dns_source'] = $DnsSource }
    if ($null -ne $Ipv6) { $wishes['ipv6'] = "$Ipv6".ToLowerInvariant() }
    foreach ($setting in $wishes.Keys) {
        $is = switch ($setting) { 'dns_servers' { $Interface.DnsServers -join ', ' } 'dns_source' { $Interface.DnsSource } 'ipv6' { "$($Interface.Ipv6)".ToLowerInvariant() } }
        if ($is -ne $wishes[$setting]) { [pscustomobject]@{ Setting = $setting; Is = $is; Wish = $wishes[$setting] } }
    }
}
