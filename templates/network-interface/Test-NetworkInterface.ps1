# The reason where a network interface is not as wished.
function Test-NetworkInterface([string] $Name, [scriptblock] $Where, [pscustomobject] $Entry, [object] $DnsServers, [string] $DnsSource, [object] $Ipv6) {
    $interface = Find-NetworkInterface $Name $Where $Entry
    if ($null -eq $interface) { return "there is no such network interface$(if ($Name) { ": $(ConvertTo-Line $Name)" })" }
    $why = foreach ($one in @(Find-NetworkInterfaceDeviation $interface $DnsServers $DnsSource $Ipv6)) { "$($one.Setting) $(if ($one.Is) { $one.Is } else { 'none' }), not $($one.Wish)" }
    if ($why) { "network interface $(ConvertTo-Line $interface.Name) has $($why -join ' and ')" }
}
