# Sets what of a network interface is not as wished.
function Repair-NetworkInterface([string] $Name, [scriptblock] $Where, [pscustomobject] $Entry, [object] $DnsServers, [string] $DnsSource, [object] $Ipv6) {
    $interface = Find-NetworkInterface $Name $Where $Entry
    if ($null -eq $interface) { throw 'there is no such network interface' }
    foreach ($one in @(Find-NetworkInterfaceDeviation $interface $DnsServers $DnsSource $Ipv6)) {
        if ($one.Setting -eq 'ipv6') {
            Add-Journal 'NetworkInterfaceBinding' $interface.Guid $one.Is $one.Wish
            Switch-AdapterBinding $interface.Name 'ms_tcpip6' $Ipv6
            continue
        }
        Add-Journal 'NetworkInterfaceDns' $interface.Guid $(if ($interface.DnsSource -eq 'automatic') { 'automatic' } else { $interface.DnsServers -join ', ' }) $one.Wish
        Write-InterfaceDns $interface $DnsServers
    }
}
