# Why a network interface cannot be as wished, or nothing.
## Of an interface without IPv4 SetDNSServerSearchOrder returns 84 (IP not enabled on adapter).
function Find-NetworkInterfaceBlocker([string] $Name, [scriptblock] $Where, [pscustomobject] $Entry, [object] $DnsServers, [string] $DnsSource, [object] $Ipv6) {
    $interface = Find-NetworkInterface $Name $Where $Entry
    if ($null -eq $interface) { return 'it has another name here, or is hidden' }
    if ($null -ne $DnsServers -and $DnsSource) { return 'dns_servers are set by hand, which dns_source: automatic excludes; say one of them' }
    if ($null -ne $DnsServers -and @($DnsServers).Count -eq 0) { return 'the remedy names no DNS server; dns_source: automatic takes those away that were set by hand' }
    foreach ($one in @(Find-NetworkInterfaceDeviation $interface $DnsServers $DnsSource $Ipv6)) {
        if ($one.Setting -eq 'ipv6') { if (-not $interface.HasIpv6) { return 'Windows knows no IPv6 for it' } }
        elseif (-not $interface.IpEnabled) { return "it is not connected, or has no IPv4: Windows does not set $($one.Setting) then" }
    }
}
