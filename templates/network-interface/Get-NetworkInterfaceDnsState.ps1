# Gives the DNS servers of a network interface that were set by hand, 'automatic' where there are none, 'absent' where there is no such interface.
function Get-NetworkInterfaceDnsState([string[]] $At) {
    $interface = Find-InterfaceByGuid $At[0]
    if ($null -eq $interface) { 'absent' } elseif ($interface.DnsSource -eq 'automatic') { 'automatic' } else { $interface.DnsServers -join ', ' }
}
