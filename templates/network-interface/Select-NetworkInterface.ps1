# The network interfaces of this computer, the one of a name, or those for which a condition holds.
## "NameServer" (learn.microsoft.com/previous-versions/windows/it-pro/windows-2000-server/cc978468): DNS servers that were set by hand, blank where there are none.
function Select-NetworkInterface([string] $Name, [scriptblock] $Where) {
    $bindings = Get-AdapterBinding 'ms_tcpip6'
    foreach ($one in Find-NetworkAdapter) {
        if ($Name -and -not (Test-Text $one.Name $Name -IgnoreCase)) { continue }
        $manual = "$(Read-SystemValue "SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\$($one.Guid)" 'NameServer')".Trim()
        $interface = [pscustomobject]@{
            Name        = $one.Name
            Description = $one.Description
            Connected   = $one.State -eq 1
            Physical    = $one.Physical
            Mac         = $(if ($one.Mac) { $one.Mac })
            Dhcp        = $one.Dhcp
            DnsServers  = @(if ($one.IpEnabled) { $one.Servers } else { $manual -split '[, ]+' -ne '' })
            DnsSource   = $(if ($manual) { 'manual' } else { 'automatic' })
            Ipv6        = [bool]$bindings[$one.Name]
            Addresses   = $one.Addresses
            Metric      = $(if ($null -ne $one.Metric) { [long]$one.Metric })
            HasIpv6     = $bindings.Contains($one.Name)
            IpEnabled   = $one.IpEnabled
            Index       = $one.Index
            Guid        = $one.Guid
        }
        if ($null -eq $Where -or @($interface | Where-Object $Where).Count -gt 0) { $interface }
    }
}
